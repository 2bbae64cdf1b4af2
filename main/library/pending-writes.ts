import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { errorValue, ok, type ErrorCode, type ErrorValue, type Result } from '../../common/errors'
import type { AudioInfo, Gap, Meeting, SpeakerRevision, Turn } from '../../common/model'
import { createLog } from '../platform'
import type { NewMeeting } from './meetings'
import type { StoredSession } from './sessions'

const log = createLog('pending-writes')

/** A write of a recording, as data, so that it can wait in a file. */
export type RecordingWrite =
  | { readonly kind: 'meeting'; readonly meeting: NewMeeting }
  | { readonly kind: 'state'; readonly meetingId: string; readonly state: Meeting['state'] }
  | {
      readonly kind: 'progress'
      readonly meetingId: string
      readonly durationMs: number
      readonly audio: readonly AudioInfo[]
    }
  | { readonly kind: 'turn'; readonly meetingId: string; readonly turn: Turn }
  | {
      readonly kind: 'drop'
      readonly meetingId: string
      readonly sessionId: string
      readonly turnOrder: number
    }
  | {
      readonly kind: 'speakers'
      readonly meetingId: string
      readonly sessionId: string
      readonly revisions: readonly SpeakerRevision[]
    }
  | { readonly kind: 'gap'; readonly meetingId: string; readonly gap: Gap }
  | { readonly kind: 'session'; readonly meetingId: string; readonly session: StoredSession }

/**
 * Writes of a recording that the database cannot take now, because another program has locked it or
 * because it is damaged. They wait in memory and in a file, so that a recording continues without
 * delay, and a crash loses nothing.
 */
export interface PendingWrites {
  /**
   * Writes now, or queues the write; then the result is `queued`. As long as anything waits, later
   * writes wait too, so the order stays the same.
   */
  run<T>(write: RecordingWrite, perform: () => Result<T>, queued: T): Result<T>
  /** Tries to write everything that waits. Returns why it waits, or ok if nothing waits any more. */
  flush(): Result<undefined>
  /** Why writes wait, or null if none waits. */
  readonly error: ErrorValue | null
  /** A meeting whose creation waits, or null. */
  meeting(id: string): Meeting | null
  /** All meetings whose creation waits, newest first. */
  meetings(): Meeting[]
  /** Calls the listener with the ids of the meetings whose writes no longer wait. */
  onFlushed(listener: (meetingIds: readonly string[]) => void): void
  close(): void
}

export interface PendingWritesOptions {
  /** The file in which writes wait; it exists only while any wait. */
  readonly file: string
  /** Performs a write on the database. */
  readonly apply: (write: RecordingWrite) => Result<unknown>
  /** Runs work in one durable transaction. */
  readonly transaction: <T>(work: () => T) => Result<T>
  readonly retryMs?: number
}

/** Errors that end by themselves or with a repair: with one of them, a write begins to wait. */
const temporary: readonly ErrorCode[] = ['library-busy', 'library-damaged']
/** What waits already also waits until a person frees the disk, or the disk answers. */
const temporaryForWaiting: readonly ErrorCode[] = [...temporary, 'library-read-only', 'disk-full']
const noAnswer = /^SQLITE_(IOERR|CANTOPEN|NOMEM)/

function waitsOn({ code, detail = '' }: ErrorValue): boolean {
  return temporaryForWaiting.includes(code) || noAnswer.test(detail)
}

export function createPendingWrites(options: PendingWritesOptions): PendingWrites {
  const { file, apply, transaction, retryMs = 200 } = options
  let queue = readQueue(file)
  let error: ErrorValue | null = null
  let timer: NodeJS.Timeout | null = null
  const listeners: ((meetingIds: readonly string[]) => void)[] = []

  function add(write: RecordingWrite, cause: ErrorValue): void {
    if (error === null) log.warn('database cannot be written, writes wait', { code: cause.code })
    error = cause
    // A partial is replaced by its next version.
    const key = keyOf(write)
    queue = [...(key === null ? queue : queue.filter((other) => keyOf(other) !== key)), write]
    try {
      appendFileSync(file, `${JSON.stringify(write)}\n`, { mode: 0o600 })
    } catch (problem) {
      log.error('pending write only in memory', { cause: problem })
    }
    schedule()
  }

  function schedule(): void {
    timer ??= setTimeout(() => {
      timer = null
      if (!flush().ok) schedule()
    }, retryMs).unref()
  }

  function flush(): Result<undefined> {
    if (queue.length === 0) return ok(undefined)
    const written = transaction(() => {
      for (const write of queue) {
        const applied = apply(write)
        if (applied.ok) continue
        if (waitsOn(applied.error)) return applied
        // For example a turn of a meeting that was deleted.
        log.warn('pending write dropped', { kind: write.kind, code: applied.error.code })
      }
      return ok(undefined)
    })
    const result = written.ok ? written.value : written
    if (!result.ok) {
      error = result.error
      return result
    }
    const ids = [...new Set(queue.map(meetingIdOf))]
    log.info('pending writes stored', { count: queue.length })
    queue = []
    error = null
    rmSync(file, { force: true })
    for (const listener of listeners) listener(ids)
    return ok(undefined)
  }

  function pendingMeeting(id: string): Meeting | null {
    const created = queue.find((write) => write.kind === 'meeting' && write.meeting.id === id)
    if (created?.kind !== 'meeting') return null
    let meeting = newMeeting(created.meeting)
    for (const write of queue) {
      if (meetingIdOf(write) !== id) continue
      if (write.kind === 'state') meeting = { ...meeting, state: write.state }
      if (write.kind === 'progress') {
        meeting = { ...meeting, durationMs: write.durationMs, audio: [...write.audio] }
      }
    }
    return meeting
  }

  return {
    run: (write, perform, queued) => {
      if (queue.length === 0) {
        const done = perform()
        if (done.ok || !temporary.includes(done.error.code)) return done
        add(write, done.error)
      } else {
        add(write, error ?? errorValue('library-busy'))
      }
      return ok(queued)
    },
    flush,
    get error() {
      return queue.length === 0 ? null : (error ?? errorValue('library-busy'))
    },
    meeting: pendingMeeting,
    meetings: () =>
      queue
        .flatMap((write) =>
          write.kind === 'meeting' ? (pendingMeeting(write.meeting.id) ?? []) : [],
        )
        .sort((a, b) => b.startedAt - a.startedAt),
    onFlushed: (listener) => void listeners.push(listener),
    close: () => {
      if (timer) clearTimeout(timer)
      flush()
    },
  }
}

/** What a meeting looks like right after its creation. */
export function newMeeting(meeting: NewMeeting): Meeting {
  return {
    ...meeting,
    durationMs: 0,
    state: 'recording',
    audio: [],
    turnCount: 0,
    textPercent: null,
    missingTextMs: 0,
    missingSoundMs: 0,
    speakers: [],
    tags: [],
    binnedAt: null,
    sound: 'recorded',
  }
}

function meetingIdOf(write: RecordingWrite): string {
  return write.kind === 'meeting' ? write.meeting.id : write.meetingId
}

/** Writes with the same key replace each other; null if a write must never be replaced. */
function keyOf(write: RecordingWrite): string | null {
  if (write.kind === 'progress') return `progress ${write.meetingId}`
  if (write.kind !== 'turn') return null
  const { sessionId, turnOrder, isFinal } = write.turn
  return isFinal ? null : `turn ${write.meetingId} ${sessionId} ${turnOrder}`
}

/** Reads the writes that waited when the app ended; an incomplete last line is ignored. */
function readQueue(file: string): RecordingWrite[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line === '' ? [] : [JSON.parse(line) as RecordingWrite]
      } catch {
        return []
      }
    })
}
