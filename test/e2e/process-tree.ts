import { readdirSync, readFileSync } from 'node:fs'

/** One process, as /proc tells it. */
export interface ProcessInfo {
  readonly pid: number
  readonly parent: number
  readonly command: string
  /** CPU time used so far, in ms. */
  readonly cpuMs: number
}

/** The kernel's clock ticks a second; 100 on every Linux that we meet. */
const ticksPerSecond = 100

function readProcess(pid: number): ProcessInfo | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name stands in brackets and may hold anything; the fields follow the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = Number(fields[11]) + Number(fields[12])
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    return { pid, parent: Number(fields[1]), command, cpuMs: (ticks * 1_000) / ticksPerSecond }
  } catch {
    return null // It ended while we looked.
  }
}

/** A process with all that it started, on Linux; elsewhere nothing. */
export function processTree(root: number): ProcessInfo[] {
  if (process.platform !== 'linux') return []
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcess(Number(name)))
    .filter((info) => info !== null)
  const tree = new Set([root])
  let size = 0
  while (size !== tree.size) {
    size = tree.size
    for (const info of all) if (tree.has(info.parent)) tree.add(info.pid)
  }
  return all.filter((info) => tree.has(info.pid))
}

/**
 * Memory that these processes have for themselves, in MB: what no file stands behind, swapped or
 * not, as Chromium's own "private memory footprint" counts it.
 */
export function memoryMb(tree: readonly ProcessInfo[]): number {
  return tree.reduce((sum, { pid }) => sum + privateKilobytes(pid) / 1_024, 0)
}

function privateKilobytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return [...status.matchAll(/^(?:RssAnon|VmSwap):\s+(\d+)/gm)].reduce(
      (sum, match) => sum + Number(match[1]),
      0,
    )
  } catch {
    return 0 // It ended while we looked.
  }
}

/** Ends these processes at once, those that are gone already aside. */
export function killAll(tree: readonly ProcessInfo[]): void {
  for (const { pid } of tree) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Gone between the look and the blow.
    }
  }
}
