import { figure, type Figure } from '../bench/figures'

export const parts = ['main', 'recorder', 'window', 'gpu', 'others'] as const
export type Part = (typeof parts)[number]

/** The memory of the app at one moment, after a garbage collection. */
export interface Sample {
  /** Hours recorded so far. */
  readonly hours: number
  /** Private memory of each part, in MB. */
  readonly memory: Readonly<Record<Part, number>>
  readonly databaseMb: number
  /** How many times faster than real time it ran since the last sample; null at the first. */
  readonly speed: number | null
}

/** The most that a part may grow in an hour, in MB. */
const limits: Partial<Record<Part, number>> = { main: 10, window: 20 }
/** By then the caches are full and the code in use is compiled. */
const settledAfterHours = 1

/** When samples are taken: at the start, after 1, 2, 4, 8 … hours, and at the end. */
export function looks(hours: number): number[] {
  const marks = [0]
  for (let mark = 1; mark < hours; mark *= 2) marks.push(mark)
  return [...marks, hours]
}

/** The growth per hour after the first hour; nothing if the soak was not longer. */
export function growth(samples: readonly Sample[]): Figure[] {
  const from = samples.find(({ hours }) => hours >= settledAfterHours)
  const to = samples.at(-1)
  if (!from || !to || to.hours <= from.hours) return []
  return parts.map((part) => {
    const grown = (to.memory[part] - from.memory[part]) / (to.hours - from.hours)
    return figure(`Growth of ${part} after the first hour`, grown, {
      unit: 'MB an hour',
      target: limits[part],
    })
  })
}

/** The samples as lines of a table, in MB. */
export function memoryTable(samples: readonly Sample[]): string {
  const rows = samples.map(({ hours, memory, databaseMb, speed }) => [
    `${hours} h`,
    ...parts.map((part) => memory[part].toFixed(1)),
    databaseMb.toFixed(1),
    speed === null ? '' : `${speed.toFixed(1)} x`,
  ])
  const head = ['MB at', ...parts, 'database', 'speed']
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell) => cell.padStart(9))
        .join('')
        .trimEnd(),
    )
    .join('\n')
}

/** Every cell of the table as a figure. */
export function memoryFigures(samples: readonly Sample[]): Figure[] {
  return samples.flatMap(({ hours, memory, databaseMb, speed }) => [
    ...parts.map((part) => figure(`Memory of ${part} at ${hours} h`, memory[part], { unit: 'MB' })),
    figure(`Database at ${hours} h`, databaseMb, { unit: 'MB' }),
    ...(speed === null
      ? []
      : [figure(`Faster than real time until ${hours} h`, speed, { unit: 'times' })]),
  ])
}
