import { statSync } from 'node:fs'
import { figure, type Figure } from '../bench/figures'
import { filesBelow } from '../e2e/recording'
import { memoryMb, processTree, type ProcessInfo } from '../e2e/process-tree'
import type { Soak } from './rig'

const parts = ['main', 'recorder', 'window', 'gpu', 'others'] as const
export type Part = (typeof parts)[number]

/** What the app holds at one moment, after a collection of garbage. */
export interface Sample {
  /** Hours recorded so far. */
  readonly hours: number
  /** Private memory of each part, in MB. */
  readonly memory: Readonly<Record<Part, number>>
  readonly databaseMb: number
}

/** The most that a part may grow in an hour, in MB. */
const limits: Partial<Record<Part, number>> = { main: 10, window: 20 }
/** What fills once (caches, code that is compiled as it is used) has done so by then. */
const settledAfterHours = 1
const megabyte = 1_048_576
/** For what a collection left to be given back to the system. */
const settleMs = 2_000

/** When to look: at the start, after 1, 2, 4, 8 … hours, and at the end. */
export function looks(hours: number): number[] {
  const marks = [0]
  for (let mark = 1; mark < hours; mark *= 2) marks.push(mark)
  return [...marks, hours]
}

/** Looks at the app while its clock stands. */
export async function look(soak: Soak, hours: number): Promise<Sample> {
  const { app } = soak.parley
  await app.evaluate(() => globalThis.soakCollect())
  for (const page of [soak.recorder, soak.parley.window]) {
    const devtools = await app.context().newCDPSession(page)
    await devtools.send('HeapProfiler.collectGarbage')
    await devtools.detach()
  }
  await new Promise((resolve) => setTimeout(resolve, settleMs))
  const pages = await app.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .map((contents) => ({ url: contents.getURL(), pid: contents.getOSProcessId() })),
  )
  const pidOf = (url: string) => pages.find((page) => page.url.startsWith(url))?.pid
  const main = app.process().pid ?? 0
  const known = new Map<number | undefined, Part>([
    [main, 'main'],
    [pidOf('app://recorder/'), 'recorder'],
    [pidOf('app://window/'), 'window'],
  ])
  const tree = processTree(main)
  const partOf = ({ pid, command }: ProcessInfo): Part =>
    known.get(pid) ?? (command.includes('--type=gpu-process') ? 'gpu' : 'others')
  const memory = Object.fromEntries(
    parts.map((part) => [part, memoryMb(tree.filter((info) => partOf(info) === part))]),
  ) as Record<Part, number>
  return { hours, memory, databaseMb: databaseMb(soak.parley.dataFolder) }
}

function databaseMb(folder: string): number {
  const files = filesBelow(folder).filter((path) => /library\.db(-wal)?$/.test(path))
  return files.reduce((sum, path) => sum + statSync(path).size / megabyte, 0)
}

/** Growth in an hour after the first; nothing where the soak was no longer than that. */
export function growth(samples: readonly Sample[]): Figure[] {
  const from = samples.find(({ hours }) => hours >= settledAfterHours)
  const to = samples.at(-1)
  if (!from || !to || to.hours <= from.hours) return []
  return parts.map((part) => {
    const grown = (to.memory[part] - from.memory[part]) / (to.hours - from.hours)
    return figure(`Growth of ${part} after the first hour`, grown, 'MB an hour', limits[part])
  })
}

/** The samples as lines of a table, in MB. */
export function memoryTable(samples: readonly Sample[]): string {
  const rows = samples.map(({ hours, memory, databaseMb: database }) => [
    `${hours} h`,
    ...parts.map((part) => memory[part].toFixed(1)),
    database.toFixed(1),
  ])
  const head = ['MB', ...parts, 'database']
  return [head, ...rows].map((row) => row.map((cell) => cell.padStart(9)).join('')).join('\n')
}

/** Every cell of the table as a figure. */
export function memoryFigures(samples: readonly Sample[]): Figure[] {
  return samples.flatMap(({ hours, memory, databaseMb: database }) => [
    ...parts.map((part) => figure(`Memory of ${part} at ${hours} h`, memory[part], 'MB')),
    figure(`Database at ${hours} h`, database, 'MB'),
  ])
}
