import { join } from 'node:path'
import { openLibrary } from '../../main/library/library'
import { exportFormats, type Turn } from '../../preload/model'
import { launchParley, type Parley } from '../e2e/app'
import { figure, type Figure } from './figures'

const hours = 10
const turnEveryMs = 6_000
const wordsInTurn = 18
const id = 'ten-hours'

/** Puts a meeting of ten hours and 108,000 words into the library of a data folder. */
function makeMeeting(dataFolder: string): void {
  const library = openLibrary({ folder: join(dataFolder, 'library') })
  if (!library.ok) throw new Error(library.error.sentence)
  const { meetings, turns, close } = library.value
  const startedAt = Date.now() - hours * 3_600_000
  meetings.create({
    id,
    title: 'Ten hours',
    startedAt,
    engine: 'service',
    model: 'universal-3-6-pro',
  })
  for (let order = 0; order * turnEveryMs < hours * 3_600_000; order += 1) {
    const stored = turns.upsert(id, turnOf(order))
    if (!stored.ok) throw new Error(stored.error.sentence)
  }
  meetings.setProgress(id, hours * 3_600_000, [])
  meetings.setState(id, 'done')
  close()
}

function turnOf(order: number): Turn {
  const startMs = order * turnEveryMs
  const words = Array.from({ length: wordsInTurn }, (_, index) => ({
    text: `mot${index}é`,
    startMs: startMs + index * 300,
    endMs: startMs + index * 300 + 280,
    confidence: 0.97,
    isFinal: true,
    speaker: 'A',
  }))
  return {
    source: 'microphone',
    sessionId: 'session',
    turnOrder: order,
    startMs,
    endMs: startMs + wordsInTurn * 300,
    text: words.map(({ text }) => text).join(' '),
    words,
    isFinal: true,
    speaker: order % 2 === 0 ? 'A' : 'B',
    language: 'fr',
    timing: 'measured',
    firstSeenMs: startMs,
    finalMs: startMs,
    filledIn: false,
    echo: false,
  }
}

/** Runs in main: from now on notes for how long nothing else could run. */
async function watchMain(parley: Parley): Promise<() => Promise<number>> {
  await parley.app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const watch = monitorEventLoopDelay({ resolution: 5 })
    watch.enable()
    Object.assign(globalThis, { parleyLoop: watch })
  })
  return () =>
    parley.app.evaluate(() => {
      const { parleyLoop } = globalThis as unknown as { parleyLoop: { max: number } }
      return parleyLoop.max / 1e6
    })
}

/** The export of a meeting of ten hours in each format, and what main had to wait for it. */
export async function measureExports(folder: string): Promise<Figure[]> {
  const dataFolder = join(folder, 'data-exports')
  makeMeeting(dataFolder)
  const parley = await launchParley({ dataFolder })
  try {
    await parley.window.waitForTimeout(3_000)
    const figures: Figure[] = []
    const longest = await watchMain(parley)
    for (const format of exportFormats) {
      if (format === 'wav') continue
      const path = join(folder, `ten-hours.${format}`)
      await parley.app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      }, path)
      const choice = { format, times: true, speakers: true, sound: 'mix' } as const
      const begun = performance.now()
      await parley.value('meetings:export', { id, choice })
      const took = performance.now() - begun
      figures.push(figure(`Export of 10 hours as ${format}`, took, 'ms', 2_000))
    }
    return [...figures, figure('Longest wait in main during these exports', await longest(), 'ms')]
  } finally {
    parley.kill()
  }
}
