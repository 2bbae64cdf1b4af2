import { binDays } from '../../../preload/model'

const day = 24 * 60 * 60_000

/** For how many days a meeting that was put into the bin then is still there, at least 1. */
export function daysLeft(binnedAt: number, now: number): number {
  return Math.max(1, Math.ceil((binnedAt + binDays * day - now) / day))
}
