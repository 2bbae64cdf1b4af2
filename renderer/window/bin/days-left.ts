import { binDays } from '../../../common/model'

const day = 24 * 60 * 60_000

/** How many more days a meeting stays in the bin, at least 1. */
export function daysLeft(binnedAt: number, now: number): number {
  return Math.max(1, Math.ceil((binnedAt + binDays * day - now) / day))
}
