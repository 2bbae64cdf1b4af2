import { statSync } from 'node:fs'
import { filesBelow } from '../e2e/recording'
import { memoryMb, processTree, type ProcessInfo } from '../e2e/process-tree'
import type { Soak } from './rig'
import { parts, type Part, type Sample } from './samples'

const megabyte = 1_048_576
/** Time for the system to get freed memory back after a collection, in ms of the recording. */
const settleMs = 10_000

/** Takes the samples of a running app. */
export async function look(soak: Soak): Promise<Pick<Sample, 'memory' | 'databaseMb'>> {
  const { app } = soak.parley
  await app.evaluate(() => globalThis.soakCollect())
  for (const page of [soak.recorder, soak.parley.window]) {
    const devtools = await app.context().newCDPSession(page)
    await devtools.send('HeapProfiler.collectGarbage')
    await devtools.detach()
  }
  await soak.pass(settleMs)
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
  return { memory, databaseMb: databaseMb(soak.parley.dataFolder) }
}

function databaseMb(folder: string): number {
  const files = filesBelow(folder).filter((path) => /library\.db(-wal)?$/.test(path))
  return files.reduce((sum, path) => sum + statSync(path).size / megabyte, 0)
}
