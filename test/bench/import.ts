import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Parley } from '../e2e/app'
import { memoryMb, processTree } from '../e2e/process-tree'
import { toneSpeech } from '../speech/tones'
import { writeWav } from '../speech/wav'
import type { Bench } from './bench'
import { figure, medians, type Figure } from './figures'
import { watched } from './watched'

const minutes = 120
/** At most so long may it take until the sound of two hours is there. */
const longestSeconds = 60
const mostGrowthMb = 30
const lookEveryMs = 250
const encoders = { mp3: ['-b:a', '96k'], m4a: ['-ac', '2', '-c:a', 'aac'] }

/** Two hours of tone-coded speech: a minute of it, again and again. */
function makeFile(folder: string, kind: keyof typeof encoders): string {
  const [source, minute, path] = ['minute.wav', `minute.${kind}`, `two-hours.${kind}`].map((name) =>
    join(folder, name),
  ) as [string, string, string]
  writeWav(source, toneSpeech({ words: 80, sampleRate: 44_100 }))
  const ffmpeg = (...args: string[]) => execFileSync('ffmpeg', ['-v', 'error', '-y', ...args])
  ffmpeg('-stream_loop', '-1', '-i', source, '-t', '60', ...encoders[kind], minute)
  ffmpeg('-stream_loop', String(minutes - 1), '-i', minute, '-c', 'copy', path)
  return path
}

interface Imported {
  readonly seconds: number
  /** The memory of all processes of the app over time, in MB. */
  readonly memory: readonly number[]
}

/** Imports a file until its sound is there; its words are not waited for. */
async function importFile(parley: Parley, path: string): Promise<Imported> {
  const pid = parley.app.process().pid ?? 0
  await parley.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
  const before = (await parley.meetings()).length
  const memory: number[] = []
  const begun = performance.now()
  await parley.value('imports:choose-files', undefined)
  while ((await parley.meetings()).length === before) {
    memory.push(memoryMb(processTree(pid)))
    await parley.window.waitForTimeout(lookEveryMs)
  }
  return { seconds: (performance.now() - begun) / 1_000, memory }
}

/** How much more it was on average in the last quarter of the time than in the second. */
function growth(memory: readonly number[]): number {
  const mean = (quarter: number) => {
    const part = memory.filter((_, at) => Math.floor((4 * at) / memory.length) === quarter)
    return part.reduce((sum, value) => sum + value, 0) / part.length
  }
  return mean(3) - mean(1)
}

/** Measures how long an import of two hours takes, and how much its memory grows meanwhile. */
export async function measureImport(bench: Bench): Promise<Figure[]> {
  const { folder, runs } = bench
  const files = { mp3: makeFile(folder, 'mp3'), m4a: makeFile(folder, 'm4a') }
  const launch = { dataFolder: join(folder, 'data-import') }
  return watched(bench, { name: 'Imports', launch }, (parley) =>
    medians(runs, async () => [
      ...importFigures('mp3', await importFile(parley, files.mp3)),
      ...importFigures('m4a', await importFile(parley, files.m4a)),
    ]),
  )
}

function importFigures(kind: string, { seconds, memory }: Imported): Figure[] {
  return [
    figure(`Import of 2 hours of ${kind}`, seconds, { unit: 's', target: longestSeconds }),
    figure(`Memory of all processes at most, ${kind}`, Math.max(...memory), { unit: 'MB' }),
    figure(`Memory in the last quarter beside the second, ${kind}`, growth(memory), {
      unit: 'MB more',
      target: mostGrowthMb,
    }),
  ]
}
