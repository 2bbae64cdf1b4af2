import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type libsql from 'libsql'
import { toMarkdown } from '../../main/exports/markdown'
import { openLibrary, type Library } from '../../main/library/library'
import { createSearch } from '../../main/library/search/search'
import { openReader } from '../../main/library/database'
import { checkFile } from '../../main/library/upkeep/check-file'
import { wavHeader } from '../../main/audio-files/wav-header'
import { unwrap } from '../unwrap'
import { createRandom } from './random'

const Database = createRequire(import.meta.url)('libsql') as typeof libsql

const meetingCount = 12
const turnsOfEach = 25
const words = ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf', 'hotel']

/** Draws the same numbers for the same seed. */
interface Draw {
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number
}

function createDraw(seed: number): Draw {
  const random = createRandom(seed)
  return { whole: (from, to) => from + Math.floor(random() * (to - from + 1)) }
}

/** One kind of damage; it changes the bytes of the database file. */
type Damage = (bytes: Buffer, draw: Draw) => Buffer

const pageBytes = 4_096
const damages: Readonly<Record<string, Damage>> = {
  'flipped bits': (bytes, draw) => {
    for (let count = draw.whole(1, 40); count > 0; count -= 1) {
      const at = draw.whole(0, bytes.length - 1)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << draw.whole(0, 7))
    }
    return bytes
  },
  'a page of zeros': (bytes, draw) => bytes.fill(0, ...pageOf(bytes, draw)),
  'a page of noise': (bytes, draw) => {
    const [from, to] = pageOf(bytes, draw)
    for (let at = from; at < to; at += 1) bytes[at] = draw.whole(0, 255)
    return bytes
  },
  'several pages of zeros': (bytes, draw) => {
    for (let count = draw.whole(2, 8); count > 0; count -= 1) bytes.fill(0, ...pageOf(bytes, draw))
    return bytes
  },
  'a page in the place of another': (bytes, draw) => {
    const [from, to] = pageOf(bytes, draw)
    bytes.copyWithin(pageOf(bytes, draw)[0], from, to)
    return bytes
  },
  'a lost end': (bytes, draw) => bytes.subarray(0, draw.whole(pageBytes, bytes.length - 1)),
  'a lost header': (bytes) => bytes.fill(0, 0, 100),
  'a lost first page': (bytes) => bytes.fill(0, 0, pageBytes),
  'noise across pages': (bytes, draw) => {
    const from = draw.whole(0, bytes.length - 2)
    const to = Math.min(bytes.length, from + draw.whole(1, 3 * pageBytes))
    for (let at = from; at < to; at += 1) bytes[at] = draw.whole(0, 255)
    return bytes
  },
}

function pageOf(bytes: Buffer, draw: Draw): [number, number] {
  const page = draw.whole(0, Math.floor(bytes.length / pageBytes) - 1)
  return [page * pageBytes, (page + 1) * pageBytes]
}

/** What one corruption led to; `failures` is empty if nothing readable was lost. */
export interface CorruptionOutcome {
  readonly seed: number
  readonly kind: string
  readonly recovered: boolean
  readonly failures: readonly string[]
}

/** Creates an intact library; half of its turns are only in the write-ahead log. */
function createIntactLibrary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-intact-'))
  const library = unwrap(openLibrary({ folder: join(folder, 'open') }))
  for (let n = 0; n < meetingCount; n += 1) addMeeting(library, n)
  // A copy of the open files, as after a crash; then a clean one.
  cpSync(join(folder, 'open'), join(folder, 'crashed'), { recursive: true })
  library.close()
  cpSync(join(folder, 'open'), join(folder, 'closed'), { recursive: true })
  return folder
}

function addMeeting(library: Library, n: number): void {
  const id = `meeting-${n}`
  unwrap(
    library.meetings.create({
      id,
      title: `Meeting number ${n}`,
      startedAt: Date.UTC(2026, 10, 1 + n),
      engine: 'service',
      model: 'universal',
    }),
  )
  for (let order = 0; order < turnsOfEach; order += 1) {
    const text = Array.from({ length: 12 }, (_, i) => words[(n + order * i) % words.length]).join(
      ' ',
    )
    unwrap(
      library.turns.upsert(id, {
        source: order % 2 === 0 ? 'microphone' : 'system',
        sessionId: `session-${n}`,
        turnOrder: order,
        startMs: order * 2_000,
        endMs: order * 2_000 + 1_800,
        text: `${text} ${n} ${order}`,
        words: `${text} ${n} ${order}`.split(' ').map((word, i) => ({
          text: word,
          startMs: order * 2_000 + i * 100,
          endMs: order * 2_000 + i * 100 + 90,
          confidence: 0.9,
          isFinal: true,
          speaker: null,
        })),
        isFinal: true,
        speaker: order % 3 === 0 ? 'A' : null,
        language: 'en',
        timing: 'measured',
        firstSeenMs: order * 2_000,
        finalMs: order * 2_000 + 1_900,
        filledIn: false,
        echo: false,
      }),
    )
  }
  unwrap(library.notes.write(id, `a note about ${n}\nand a second line`, 5_000))
  unwrap(library.notes.mark(id, 7_000))
  unwrap(library.corrections.edit(id, { kind: 'tags', tags: [`tag ${n}`, 'shared'] }))
  unwrap(
    library.corrections.edit(id, {
      kind: 'rename',
      turn: { sessionId: `session-${n}`, turnOrder: 0 },
      name: `Person ${n}`,
    }),
  )
  const samples = 16_000 * 5
  mkdirSync(library.audioFolder(id), { recursive: true })
  writeFileSync(
    library.audioPath(id, 'microphone'),
    Buffer.concat([wavHeader(samples), Buffer.alloc(samples * 2)]),
  )
  unwrap(library.meetings.setProgress(id, 50_000, [{ source: 'microphone', samples }]))
  unwrap(library.meetings.setState(id, 'done'))
}

/** Damages a copy of the library, opens it, and compares it with what sqlite3 can still read. */
async function runCorruption(intact: string, seed: number): Promise<CorruptionOutcome> {
  const draw = createDraw(seed)
  const kinds = Object.keys(damages)
  const kind = kinds[seed % kinds.length] ?? ''
  const state = draw.whole(0, 1) === 0 ? 'closed' : 'crashed'
  const folder = mkdtempSync(join(tmpdir(), 'parley-corrupt-'))
  const failures: string[] = []
  let recovered = false
  try {
    cpSync(join(intact, state), folder, { recursive: true })
    const file = join(folder, 'library.db')
    const target = state === 'crashed' && draw.whole(0, 2) === 0 ? `${file}-wal` : file
    writeFileSync(target, damages[kind]?.(readFileSync(target), draw) ?? '')
    // SQLite's own judgement comes first: opening a library changes it.
    const readable = readableRows(folder)
    const sentences: string[] = []
    // Damage found while the library is open is repaired at the next start.
    for (let start = 0; start < 3; start += 1) {
      const opened = openLibrary({ folder })
      if (!opened.ok) {
        failures.push(`not opened: ${opened.error.code}`)
        break
      }
      const library = opened.value
      recovered ||= library.recovery !== null
      if (library.recovery !== null) sentences.push('recovered')
      await library.repair(checkFile(file))
      if (start === 2) use(library, file, failures)
      library.close()
    }
    if (sentences.length > 1) failures.push(`${sentences.length} sentences`)
    if (failures.length === 0) failures.push(...lostRows(file, readable), ...integrity(file))
  } catch (cause) {
    failures.push(
      `crashed: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return { seed, kind: `${kind} (${state})`, recovered, failures }
}

/** Everything that a window does with a library. */
function use(library: Library, file: string, failures: string[]): void {
  const meetings = unwrap(library.meetings.list())
  for (const { id } of meetings) {
    const transcript = unwrap(library.transcript(id))
    toMarkdown(transcript, { times: true, speakers: true })
    unwrap(library.notes.lines(id))
    unwrap(library.corrections.history(id))
  }
  const reader = openReader(file)
  createSearch(reader).find({
    text: 'alpha',
    speaker: null,
    tag: null,
    fromAt: null,
    untilAt: null,
    meetingId: null,
    after: null,
  })
  reader.close()
  // Each meeting has audio, so it is offered even if its row is lost.
  const ids = new Set(meetings.map(({ id }) => id))
  for (let n = 0; n < meetingCount; n += 1) {
    if (!ids.has(`meeting-${n}`)) failures.push(`meeting-${n} is not offered`)
  }
  const created = library.meetings.create({
    id: 'new',
    title: 'New',
    startedAt: Date.now(),
    engine: 'service',
    model: '',
  })
  if (!created.ok) failures.push(`Record: ${created.error.code}`)
  const renamed = library.titleAndTags.rename('meeting-3', 'Other title')
  if (!renamed.ok) failures.push(`rename: ${renamed.error.code}`)
}

const turnsSql = 'SELECT id, hex(meeting_id), hex(text) FROM turns'
const notesSql = 'SELECT hex(meeting_id), line, hex(text) FROM note_lines'

/** The rows of the intact library that sqlite3's own recovery still finds in the damaged one. */
function readableRows(folder: string): Set<string> {
  const work = mkdtempSync(join(tmpdir(), 'parley-judge-'))
  try {
    for (const ending of ['', '-wal']) {
      const source = join(folder, `library.db${ending}`)
      if (existsSync(source)) copyFileSync(source, join(work, `library.db${ending}`))
    }
    const sql = spawnSync('sqlite3', [join(work, 'library.db'), '.recover'], {
      maxBuffer: 256 * 1024 * 1024,
    })
    const other = join(work, 'judged.db')
    spawnSync('sqlite3', [other], { input: sql.stdout, maxBuffer: 64 * 1024 * 1024 })
    return rowsIn(other)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function rowsIn(file: string): Set<string> {
  const rows = new Set<string>()
  const database = new Database(file)
  try {
    for (const sql of [turnsSql, notesSql]) {
      try {
        for (const row of database.prepare(sql).raw().all() as unknown[][]) {
          rows.add(JSON.stringify(row))
        }
      } catch {
        // The table is lost.
      }
    }
  } finally {
    database.close()
  }
  return rows
}

/** Rows of the intact library: a damaged row that happens to be readable is no loss. */
let intactRows: Set<string> | null = null

function lostRows(file: string, readable: Set<string>): string[] {
  const kept = rowsIn(file)
  const lost = [...readable].filter((row) => intactRows?.has(row) && !kept.has(row))
  return lost.length === 0 ? [] : [`${lost.length} readable rows lost, such as ${lost[0]}`]
}

/** SQLite's own check of the result. */
function integrity(file: string): string[] {
  const output = execFileSync('sqlite3', [
    file,
    'PRAGMA integrity_check; PRAGMA foreign_key_check;',
  ])
    .toString()
    .trim()
  return output === 'ok' ? [] : [`integrity: ${output.slice(0, 200)}`]
}

/** Runs these seeds one after another. `onOutcome` is called after each. */
export async function runCorruptions(
  seeds: readonly number[],
  onOutcome: (outcome: CorruptionOutcome) => void = () => undefined,
): Promise<CorruptionOutcome[]> {
  const intact = createIntactLibrary()
  try {
    intactRows = rowsIn(join(intact, 'closed', 'library.db'))
    const outcomes: CorruptionOutcome[] = []
    for (const seed of seeds) {
      const outcome = await runCorruption(intact, seed)
      outcomes.push(outcome)
      onOutcome(outcome)
    }
    return outcomes
  } finally {
    rmSync(intact, { recursive: true, force: true })
  }
}
