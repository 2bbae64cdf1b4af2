/** One measured figure, as every measuring command writes it. */
export interface Figure {
  readonly figure: string
  readonly value: number
  readonly unit: string
  /** The most that it may be; null where nothing was promised. */
  readonly target: number | null
  readonly holds: boolean
}

export function figure(
  name: string,
  value: number,
  unit: string,
  target: number | null = null,
): Figure {
  const rounded = Math.round(value * 100) / 100
  return { figure: name, value: rounded, unit, target, holds: target === null || rounded <= target }
}

/** The value below which this share of the values lies, by the nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const rank = Math.max(1, Math.ceil(share * sorted.length))
  const value = sorted[rank - 1]
  if (value === undefined) throw new Error('No values were measured')
  return value
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** The figures as lines of a table. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ figure: name, value, unit, target, holds }) => [
    name,
    `${value} ${unit}`,
    target === null ? '' : `at most ${target}`,
    holds ? '' : 'MISSED',
  ])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n')
}
