import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openLibrary, type Library } from '../../main/library/library'
import type { Turn } from '../../common/model'
import { unwrap } from '../unwrap'
import type { Bench } from './bench'
import { figure, median, medians, type Figure } from './figures'
import { generateLibrary } from './generated-library'

const turns = 50_000
const compared = 1_000
const sizes = [1, 100, 10_000]
const asked = 200

function createMeeting({ meetings }: Library, id: string): void {
  const startedAt = Date.UTC(2026, 10, 25)
  unwrap(
    meetings.create({ id, title: id, startedAt, engine: 'service', model: 'universal-3-6-pro' }),
  )
}

function turnOf(turnOrder: number): Turn {
  const startMs = turnOrder * 1_000
  const words = Array.from({ length: 12 }, (_, index) => ({
    text: `word${index}`,
    startMs: startMs + index * 70,
    endMs: startMs + index * 70 + 60,
    confidence: 0.9,
    isFinal: true,
    speaker: null,
  }))
  return {
    source: 'microphone',
    sessionId: 'session',
    turnOrder,
    startMs,
    endMs: startMs + 900,
    text: words.map(({ text }) => text).join(' '),
    words,
    isFinal: true,
    speaker: null,
    language: 'en',
    timing: 'measured',
    firstSeenMs: startMs,
    finalMs: startMs,
    filledIn: false,
    echo: false,
  }
}

function timed(run: () => void): number {
  const begun = performance.now()
  run()
  return performance.now() - begun
}

/** The median time of a stored turn at the beginning and at the end of a long meeting. */
function turnGrowth(folder: string): Figure {
  const library = unwrap(openLibrary({ folder }))
  createMeeting(library, 'long')
  createMeeting(library, 'warm-up')
  const store = (first: number, id = 'long') =>
    median(
      Array.from({ length: compared }, (_, index) =>
        timed(() => void unwrap(library.turns.upsert(id, turnOf(first + index)))),
      ),
    )
  store(0, 'warm-up')
  const atFirst = store(0)
  const between = Array.from({ length: turns - 2 * compared }, (_, index) =>
    turnOf(compared + index),
  )
  const gap = {
    id: 'gap',
    source: 'microphone',
    startMs: 0,
    endMs: 1_000,
    reason: 'network',
    sound: true,
    filled: true,
  } as const
  unwrap(library.fillGap('long', { gap, turns: between, dropped: [] }))
  const atLast = store(turns - compared)
  library.close()
  return figure('A stored turn, the last 1,000 of 50,000 beside the first', atLast / atFirst, {
    unit: 'times',
    target: 1.1,
  })
}

/** The median time of the operations on one meeting of a library. */
function operationsMs(folder: string, size: number): number {
  const library = unwrap(openLibrary({ folder }))
  const times = Array.from({ length: asked }, (_, index) => {
    const id = `meeting-${(index * 7) % size}`
    return timed(() => {
      unwrap(library.meetings.get(id))
      unwrap(library.turns.upsert(id, turnOf(0)))
      unwrap(library.originalTranscript(id))
    })
  })
  library.close()
  // The first ones compile the statements.
  return median(times.slice(asked / 2))
}

function libraryGrowth(folderOf: (size: number) => string): Figure {
  const costs = sizes.map((size) => operationsMs(folderOf(size), size))
  const ratio = Math.max(...costs) / Math.min(...costs)
  return figure('Operations on a meeting in a library of 1, 100 and 10,000, worst ratio', ratio, {
    unit: 'times',
    target: 1.5,
  })
}

/** Measures whether costs grow with a meeting and with the library, without a window. */
export async function measureGrowth({ folder, runs }: Bench): Promise<Figure[]> {
  const folderOf = (size: number) => join(folder, `growth-of-${size}`)
  for (const size of sizes) {
    mkdirSync(folderOf(size), { recursive: true })
    const file = join(folderOf(size), 'library.db')
    generateLibrary(file, { meetings: size, turnsOfEach: 2, wordsOfEach: 12 })
  }
  const own = join(folder, 'growth')
  mkdirSync(own, { recursive: true })
  return [
    // The medians of a thousand turns each need no second run.
    turnGrowth(own),
    ...(await medians(runs, () => Promise.resolve([libraryGrowth(folderOf)]))),
  ]
}
