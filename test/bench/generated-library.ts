import { openDatabase, type Database } from '../../main/library/database'
import { createCorrectionStore } from '../../main/library/corrections/store'
import { createReading } from '../../main/library/reading'
import { migrations } from '../../main/library/schema'
import { createIndexWriter } from '../../main/library/search/index-writer'
import { createTurns } from '../../main/library/turns'
import { createViews } from '../../main/library/views'
import { errorSentences } from '../../preload/error-sentences'
import type { Result } from '../../preload/errors'
import { messages } from '../../preload/messages'
import type { Turn } from '../../preload/model'

export interface LibrarySize {
  readonly meetings: number
  readonly turnsOfEach: number
  readonly wordsOfEach: number
}

/** About nine million words, at 150 a minute. */
export const thousandHours: LibrarySize = { meetings: 1_000, turnsOfEach: 750, wordsOfEach: 12 }

/** As many words as an hour of talk has different ones, and a few that are rare. */
const vocabularySize = 20_000

/** The words that this project says itself, and pairs of them, the most frequent first. */
function vocabulary(): string[] {
  const texts: string[] = Object.values(errorSentences)
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
  }
  collect(messages)
  const counts = new Map<string, number>()
  for (const [word] of texts
    .join(' ')
    .toLowerCase()
    .matchAll(/[a-z]{2,}/g)) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const own = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word)
  const all = new Set(own)
  for (const first of own) {
    for (const second of own.slice(0, 60)) {
      if (all.size >= vocabularySize) return [...all]
      all.add(first + second)
    }
  }
  return [...all]
}

/** Numbers from 0 to 1, the same in each run. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Draws words as people use them: the nth most frequent about 1/n times as often as the first. */
function createSpeaker(random: () => number): () => string {
  const words = vocabulary()
  let total = 0
  const sums = words.map((_word, index) => (total += 1 / (index + 2.7)))
  return () => {
    const wanted = random() * total
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return words[low] ?? ''
  }
}

/** Fills an empty library's database, meeting by meeting; a day lies between two. */
export function generateLibrary(
  file: string,
  size: LibrarySize,
  onMeeting: (count: number) => void = () => {},
): void {
  const opened = must(openDatabase(file, migrations, Date.now))
  const store = createCorrectionStore(opened)
  const views = createViews(opened, store)
  const index = createIndexWriter(opened)
  const turns = createTurns(opened, views, createReading(views, store, index), index)
  const insert = opened.statement(`
    INSERT INTO meetings (id, title, started_at, duration_ms, state, engine, model)
    VALUES (:id, :title, :startedAt, :durationMs, 'done', 'service', 'universal-3-6-pro')`)
  const random = randomNumbers(20_261_125)
  const speak = createSpeaker(random)
  const day = 24 * 60 * 60_000
  const start = Date.UTC(2026, 10, 25) - size.meetings * day
  for (let n = 0; n < size.meetings; n += 1) {
    opened.transaction(() => {
      const id = `meeting-${n}`
      const durationMs = size.turnsOfEach * size.wordsOfEach * 400
      insert.run({ id, title: `Meeting ${n}`, startedAt: start + n * day, durationMs })
      for (let order = 0; order < size.turnsOfEach; order += 1) {
        must(turns.upsert(id, turnOf(order, size.wordsOfEach, speak)))
      }
    })
    onMeeting(n + 1)
  }
  optimise(opened)
  opened.close()
}

/** As months of use leave it: the index writes itself together as it grows. */
function optimise(database: Database): void {
  database.statement("INSERT INTO found (found) VALUES ('optimize')").run({})
}

function turnOf(turnOrder: number, count: number, speak: () => string): Turn {
  const startMs = turnOrder * count * 400
  const words = Array.from({ length: count }, (_, index) => ({
    text: speak(),
    startMs: startMs + index * 400,
    endMs: startMs + index * 400 + 350,
    confidence: 0.93,
    isFinal: true,
    speaker: 'A',
  }))
  return {
    source: turnOrder % 2 === 0 ? 'microphone' : 'system',
    sessionId: 'session',
    turnOrder,
    startMs,
    endMs: startMs + count * 400,
    text: words.map(({ text }) => text).join(' '),
    words,
    isFinal: true,
    speaker: 'ABC'.charAt(turnOrder % 3),
    language: 'en',
    timing: 'measured',
    firstSeenMs: startMs + 500,
    finalMs: startMs + 3_000,
    filledIn: false,
    echo: false,
  }
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail ?? ''}`)
  return result.value
}
