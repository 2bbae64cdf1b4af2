import { alignColumns, type Figure } from './figures'

/** A figure may be this much higher than in an earlier run. */
const allowedRatio = 1.15

/** Smaller differences are noise, by unit. */
const noise: Readonly<Record<string, number>> = {
  ms: 2,
  MB: 3,
  kB: 1,
  '% of one core': 1,
  times: 0.05,
}

/** A figure of this run beside the same one of an earlier run. */
export interface Comparison {
  readonly figure: string
  readonly before: number
  readonly now: number
  readonly unit: string
  /** null where the earlier value was 0. */
  readonly ratio: number | null
  readonly holds: boolean
}

/** Compares figures with those of an earlier run. Those of one run only are left out. */
export function compareFigures(
  earlier: readonly Figure[],
  figures: readonly Figure[],
): Comparison[] {
  const known = new Map(earlier.map((one) => [one.figure, one.value]))
  return figures.flatMap(({ figure, value: now, unit }) => {
    const before = known.get(figure)
    if (before === undefined) return []
    const ratio = before === 0 ? null : Math.round((now / before) * 100) / 100
    const holds = now - before <= (noise[unit] ?? 0) || (ratio !== null && ratio <= allowedRatio)
    return [{ figure, before, now, unit, ratio, holds }]
  })
}

/** The comparisons as lines of a table. */
export function comparisonTable(comparisons: readonly Comparison[]): string {
  return alignColumns(
    comparisons.map(({ figure, before, now, unit, ratio, holds }) => [
      figure,
      `${before} → ${now} ${unit}`,
      ratio === null ? '' : `${ratio} times`,
      holds ? '' : 'WORSE',
    ]),
  )
}
