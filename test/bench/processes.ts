import { processesWith, proportionalMb, type ProcessInfo } from '../e2e/process-tree'
import { figure, type Figure } from './figures'

/** What Chromium calls its helpers, and what they are for here. */
const helpers: Readonly<Record<string, string>> = {
  'audio.mojom.AudioService': 'audio of Chromium',
  'network.mojom.NetworkService': 'network of Chromium',
  'node.mojom.NodeService': 'sound of other programs',
  'gpu-process': 'drawing',
  zygote: 'launchers',
}

/** The pages that the app opens, in their order; after that, those that are still open. */
const allPages = ['page window', 'page recorder']

/** What each process of the app is for, by its number. */
function kindsOf(
  tree: readonly ProcessInfo[],
  pageNames: readonly string[],
): ReadonlyMap<number, string> {
  const option = (name: string, { command }: ProcessInfo) =>
    new RegExp(`--${name}=(\\S+)`).exec(command)?.[1]
  const pageNumber = (one: ProcessInfo) => Number(option('renderer-client-id', one))
  const pages = tree
    .filter((one) => option('type', one) === 'renderer')
    .sort((a, b) => pageNumber(a) - pageNumber(b))
    .map(({ pid }) => pid)
  const kindOf = (one: ProcessInfo): string => {
    const type = option('utility-sub-type', one) ?? option('type', one)
    if (type === undefined) return 'main'
    if (type === 'renderer') return pageNames[pages.indexOf(one.pid)] ?? type
    return helpers[type] ?? type
  }
  return new Map(tree.map((one) => [one.pid, kindOf(one)]))
}

function sumBy<T>(items: readonly T[], kind: (item: T) => string, value: (item: T) => number) {
  const sums = new Map<string, number>()
  for (const item of items) sums.set(kind(item), (sums.get(kind(item)) ?? 0) + value(item))
  return [...sums].sort(([, a], [, b]) => b - a)
}

/** Smaller shares are left out of a table, in percent of a core or in MB. */
const smallestShare = 0.5

/** The memory of all processes of the app with this data folder, and of each kind of them. */
export function memoryFigures(dataFolder: string, name: string, target: number | null): Figure[] {
  const tree = processesWith(dataFolder)
  const kinds = kindsOf(tree, allPages)
  const kind = ({ pid }: ProcessInfo) => kinds.get(pid) ?? ''
  const shares = sumBy(tree, kind, (one) => proportionalMb([one]))
  return [
    figure(`Memory ${name}`, proportionalMb(tree), { unit: 'MB', target }),
    ...shares.flatMap(([of, mb]) =>
      mb < smallestShare ? [] : [figure(`Memory ${name}, of it ${of}`, mb, { unit: 'MB' })],
    ),
  ]
}

interface Shares {
  readonly all: number
  readonly kinds: readonly (readonly [string, number])[]
}

/**
 * Measures for `ms` from now on how much of one core each kind of process uses. What a process used
 * that ended meanwhile is not counted.
 */
export async function processorShares(
  dataFolder: string,
  ms: number,
  pageNames: readonly string[] = allPages,
): Promise<Shares> {
  const before = new Map(processesWith(dataFolder).map((one) => [one.pid, one.cpuMs]))
  const begun = performance.now()
  await new Promise((resolve) => setTimeout(resolve, ms))
  const tookMs = performance.now() - begun
  const tree = processesWith(dataFolder)
  const kinds = kindsOf(tree, pageNames)
  const used = tree.map(({ pid, cpuMs }) => ({
    kind: kinds.get(pid) ?? '',
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
  { all, kinds }: Shares,
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
