import type { MonthUsage, Settings } from '../../common/model'
import { usageByModel, type PaidUse } from '../../common/model'

/** Returns the first moment of the month of `at`, in this computer's time zone; both in ms since 1970. */
export function startOfMonth(at: number): number {
  const date = new Date(at)
  return new Date(date.getFullYear(), date.getMonth()).getTime()
}

/** Adds up what a month has cost. */
export function monthUsage(
  from: number,
  uses: readonly PaidUse[],
  { prices, monthLimit }: Pick<Settings, 'prices' | 'monthLimit'>,
): MonthUsage {
  const models = [...usageByModel(uses, prices)]
  const cents = models.reduce((sum, { cents }) => sum + (cents ?? 0), 0)
  const isOverLimit = monthLimit !== null && cents >= monthLimit * 100
  return { from, models, cents, isOverLimit }
}
