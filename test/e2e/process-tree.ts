import { readdirSync, readFileSync } from 'node:fs'

/** One process, as /proc describes it. */
export interface ProcessInfo {
  readonly pid: number
  readonly parent: number
  readonly command: string
  /** CPU time used so far, in ms. */
  readonly cpuMs: number
}

/** The kernel's clock ticks per second; 100 on every common Linux. */
const ticksPerSecond = 100

function readProcess(pid: number): ProcessInfo | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name is in brackets and may contain anything; the fields follow the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = Number(fields[11]) + Number(fields[12])
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    return { pid, parent: Number(fields[1]), command, cpuMs: (ticks * 1_000) / ticksPerSecond }
  } catch {
    return null // It ended meanwhile.
  }
}

/** All processes on Linux; nothing on other systems. */
function allProcesses(): ProcessInfo[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcess(Number(name)))
    .filter((info) => info !== null)
}

/** A process with all its descendants. */
export function processTree(root: number): ProcessInfo[] {
  return treeOf(allProcesses(), [root])
}

/** The processes of the apps with this data folder, also of one that another process left behind. */
export function processesWith(dataFolder: string): ProcessInfo[] {
  const all = allProcesses()
  const own = all.filter(({ command }) => command.includes(`--user-data-dir=${dataFolder}`))
  return treeOf(
    all,
    own.map(({ pid }) => pid),
  )
}

function treeOf(all: readonly ProcessInfo[], roots: readonly number[]): ProcessInfo[] {
  const tree = new Set(roots)
  let size = 0
  while (size !== tree.size) {
    size = tree.size
    for (const info of all) if (tree.has(info.parent)) tree.add(info.pid)
  }
  return all.filter((info) => tree.has(info.pid))
}

/**
 * The private memory of these processes, in MB: memory without a file behind it, swapped or not, as
 * in Chromium's "private memory footprint".
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
    return 0 // It ended meanwhile.
  }
}

/**
 * The proportional share of the memory of these processes, in MB: pages that several of them share
 * are counted once in all. Private memory alone where the system hides the share.
 */
export function proportionalMb(tree: readonly Pick<ProcessInfo, 'pid'>[]): number {
  return tree.reduce((sum, { pid }) => sum + proportionalKilobytes(pid) / 1_024, 0)
}

function proportionalKilobytes(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return [...rollup.matchAll(/^(?:Pss|SwapPss):\s+(\d+)/gm)].reduce(
      (sum, match) => sum + Number(match[1]),
      0,
    )
  } catch {
    return privateKilobytes(pid)
  }
}

/** One thread of a process. */
export interface ThreadInfo {
  /** How much the system prefers others: from -20 to 19, and 0 is usual. */
  readonly nice: number
  readonly cpuMs: number
}

/** The threads of a process on Linux. */
export function threadsOf(pid: number): ThreadInfo[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((id) => {
    try {
      const stat = readFileSync(`/proc/${pid}/task/${id}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      const ticks = Number(fields[11]) + Number(fields[12])
      return [{ nice: Number(fields[16]), cpuMs: (ticks * 1_000) / ticksPerSecond }]
    } catch {
      return [] // It ended meanwhile.
    }
  })
}

/** Kills these processes; those that have ended are ignored. */
export function killAll(tree: readonly ProcessInfo[]): void {
  for (const { pid } of tree) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended meanwhile.
    }
  }
}
