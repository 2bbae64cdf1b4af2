/** One measured figure, as every measuring command writes it. */
export interface Figure {
  readonly figure: string
  readonly value: number
  readonly unit: string
  /** The highest value that is allowed; null without a target. */
  readonly target: number | null
  readonly holds: boolean
}

export function figure(
  name: string,
  value: number,
  { unit, target = null }: { readonly unit: string; readonly target?: number | null | undefined },
): Figure {
  const rounded = Math.round(value * 100) / 100
  return { figure: name, value: rounded, unit, target, holds: target === null || rounded <= target }
}

/** The value that this share of the values does not exceed, by the nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const rank = Math.max(1, Math.ceil(share * sorted.length))
  const value = sorted[rank - 1]
  if (value === undefined) throw new Error('No values were measured')
  return value
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** Measures several times. Returns the median of each figure, in the order of the first run. */
export async function medians(
  runs: number,
  measure: (run: number) => Promise<readonly Figure[]>,
): Promise<Figure[]> {
  const all: Figure[] = []
  for (let run = 0; run < runs; run += 1) all.push(...(await measure(run)))
  const names = [...new Set(all.map(({ figure: name }) => name))]
  return names.flatMap((name) => {
    const same = all.filter((one) => one.figure === name)
    const [first] = same
    return first ? [figure(name, median(same.map(({ value }) => value)), first)] : []
  })
}

/** The figures as lines of JSON, one for each. */
export const toLines = (figures: readonly Figure[]): string =>
  figures.map((one) => `${JSON.stringify(one)}\n`).join('')

/** Reads what `toLines` wrote. */
export const fromLines = (text: string): Figure[] =>
  text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as Figure]))

/** The figures as lines of a table. */
export function table(figures: readonly Figure[]): string {
  return alignColumns(
    figures.map(({ figure: name, value, unit, target, holds }) => [
      name,
      `${value} ${unit}`,
      target === null ? '' : `at most ${target}`,
      holds ? '' : 'MISSED',
    ]),
  )
}

/** Rows with columns of the same width. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n')
}
