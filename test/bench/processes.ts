import type { Parley } from '../e2e/app'
import { processTree, proportionalMb, type ProcessInfo } from '../e2e/process-tree'
import { figure, type Figure } from './figures'

/** What each process of the app is for, by its number. */
async function kindsOf({ app }: Parley): Promise<ReadonlyMap<number, string>> {
  const found = await app.evaluate(({ app: electron, webContents }) => {
    const metrics = electron
      .getAppMetrics()
      .map(({ pid, type, name, serviceName }) => [pid, name ?? serviceName ?? type] as const)
    const pages = webContents
      .getAllWebContents()
      .map((page) => [page.getOSProcessId(), `page ${new URL(page.getURL()).host}`] as const)
    return [...metrics, ...pages]
  })
  return new Map(found)
}

function sumBy<T>(items: readonly T[], kind: (item: T) => string, value: (item: T) => number) {
  const sums = new Map<string, number>()
  for (const item of items) sums.set(kind(item), (sums.get(kind(item)) ?? 0) + value(item))
  return [...sums].sort(([, a], [, b]) => b - a)
}

/** Smaller shares are left out of a table, in percent of a core or in MB. */
const smallestShare = 0.5

/** The memory of all processes, and of each kind of them. */
export async function memoryFigures(
  parley: Parley,
  name: string,
  target: number | null,
): Promise<Figure[]> {
  const kinds = await kindsOf(parley)
  const tree = processTree(parley.app.process().pid ?? 0)
  const kind = ({ pid }: ProcessInfo) => kinds.get(pid) ?? 'launchers'
  const shares = sumBy(tree, kind, (one) => proportionalMb([one]))
  return [
    figure(`Memory ${name}`, proportionalMb(tree), { unit: 'MB', target }),
    ...shares.flatMap(([of, mb]) =>
      mb < smallestShare ? [] : [figure(`Memory ${name}, of it ${of}`, mb, { unit: 'MB' })],
    ),
  ]
}

/** Measures for `ms` from now on how much of one core each kind of process uses. */
export async function processorShares(
  parley: Parley,
  ms: number,
): Promise<{ readonly all: number; readonly kinds: readonly (readonly [string, number])[] }> {
  const root = parley.app.process().pid ?? 0
  const kinds = await kindsOf(parley)
  const before = new Map(processTree(root).map((one) => [one.pid, one.cpuMs]))
  const begun = performance.now()
  await new Promise((resolve) => setTimeout(resolve, ms))
  const tookMs = performance.now() - begun
  const used = processTree(root).map(({ pid, cpuMs }) => ({
    kind: kinds.get(pid) ?? 'launchers',
    share: (100 * (cpuMs - (before.get(pid) ?? 0))) / tookMs,
  }))
  const all = used.reduce((sum, { share }) => sum + share, 0)
  return {
    all,
    kinds: sumBy(
      used,
      ({ kind }) => kind,
      ({ share }) => share,
    ),
  }
}

/** The processor time over an idle app, in all and for each kind of process. */
export function processorFigures(
  name: string,
  { all, kinds }: Awaited<ReturnType<typeof processorShares>>,
  { idle = 0, target = null }: { readonly idle?: number; readonly target?: number | null } = {},
): Figure[] {
  const unit = '% of one core'
  return [
    figure(`Processor ${name}`, Math.max(0, all - idle), { unit, target }),
    ...kinds.flatMap(([of, share]) =>
      share < smallestShare ? [] : [figure(`Processor ${name}, of it ${of}`, share, { unit })],
    ),
  ]
}
