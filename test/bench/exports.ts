import { join } from 'node:path'
import { openLibrary } from '../../main/library/library'
import { exportFormats, type Turn } from '../../common/model'
import type { Bench } from './bench'
import { figure, medians, type Figure } from './figures'
import { watched } from './watched'

const hours = 10
const turnEveryMs = 6_000
const wordsInTurn = 18
const id = 'ten-hours'

/** Adds a meeting of ten hours and 108,000 words to the library of a data folder. */
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

/** Measures the export of a meeting of ten hours in each format. */
export async function measureExports(bench: Bench): Promise<Figure[]> {
  const { folder, runs } = bench
  const dataFolder = join(folder, 'data-exports')
  makeMeeting(dataFolder)
  return watched(bench, { name: 'Exports', launch: { dataFolder } }, async (parley) => {
    await parley.window.waitForTimeout(3_000)
    const figures: Figure[] = []
    for (const format of exportFormats.filter((each) => each !== 'wav')) {
      const exported = await medians(runs, async (run) => {
        const path = join(folder, `ten-hours-${run}.${format}`)
        await parley.app.evaluate(({ dialog }, filePath) => {
          dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
        }, path)
        const choice = { format, times: true, speakers: true, sound: 'mix' } as const
        const begun = performance.now()
        await parley.value('meetings:export', { id, choice })
        const took = performance.now() - begun
        return [figure(`Export of 10 hours as ${format}`, took, { unit: 'ms', target: 2_000 })]
      })
      figures.push(...exported)
    }
    return figures
  })
}
