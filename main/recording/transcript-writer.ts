import { turnKey } from '../../common/turn-key'
import { isDeepStrictEqual } from 'node:util'
import type { Result } from '../../common/errors'
import type { Gap, Source, SpeakerRevision, Turn } from '../../common/model'
import type { Range } from '../../common/time'
import { subtract } from '../audio-files'
import type { Broadcast } from '../boundary'
import type { Library, StoredSession } from '../library'
import { createWriteRetryQueue } from './write-retry-queue'

/** How far the text of a source has come on the time line. */
export interface TextProgress {
  /** The start of the words that are not final yet, or null. */
  readonly openMs: number | null
  /** The end of the last words, final or not. */
  readonly untilMs: number
}

/** Stores the words of one meeting as they arrive, then sends them to the windows. */
export interface TranscriptWriter {
  /** Whether this session belongs to this meeting. */
  knows(sessionId: string): boolean
  session(session: StoredSession): void
  turn(turn: Turn): void
  /** For partials only: final words are never removed. */
  drop(sessionId: string, turnOrder: number): void
  reviseSpeakers(sessionId: string, revisions: readonly SpeakerRevision[]): void
  gap(gap: Gap): void
  progressOf(source: Source): TextProgress
  /** The parts of a range of a source that have no gap yet. */
  withoutGaps(source: Source, range: Range): Range[]
  /** Tries failed writes again. */
  retry(): void
}

export interface TranscriptWriterOptions {
  readonly library: Pick<Library, 'turns' | 'sessions' | 'gaps' | 'pending'>
  readonly meetingId: string
  readonly emit: Broadcast
  /** Called after a write that failed, and after each retry. */
  readonly onStored: (stored: Result<unknown>) => void
}

export function createTranscriptWriter(options: TranscriptWriterOptions): TranscriptWriter {
  const { library, meetingId, emit, onStored } = options
  const queue = createWriteRetryQueue()
  const sessions = new Set<string>()
  const finals = new Set<string>()
  const open = new Map<string, Turn>()
  const gaps = new Map<string, Gap>()
  /** The end of the words of each source, final or not. */
  const untilMs = new Map<Source, number>()
  let revisionCount = 0

  function store<T>(name: string, write: () => Result<T>): Result<T> {
    const stored = write()
    if (stored.ok) {
      queue.forget(name)
    } else {
      queue.add(name, write)
      onStored(stored)
    }
    return stored
  }

  return {
    knows: (sessionId) => sessions.has(sessionId),
    session: (session) => {
      sessions.add(session.id)
      // Open words of the previous session do not become final any more.
      for (const [name, turn] of open) if (turn.source === session.source) open.delete(name)
      store(`session ${session.id}`, () => library.sessions.add(meetingId, session))
    },
    turn: (turn) => {
      const name = `turn ${turnKey(turn)}`
      // The library has the same rule; here it also applies to what waits for the disk.
      if (!turn.isFinal && finals.has(name)) return
      untilMs.set(turn.source, Math.max(untilMs.get(turn.source) ?? 0, turn.endMs))
      if (turn.isFinal) {
        finals.add(name)
        open.delete(name)
      } else {
        open.set(name, turn)
      }
      const stored = store(name, () => library.turns.upsert(meetingId, turn))
      // Words that could not be stored yet are shown anyway, so the text continues on a full disk.
      const shown = stored.ok ? stored.value : turn
      if (shown !== null) emit('transcript:turn', { meetingId, turn: shown })
    },
    drop: (sessionId, turnOrder) => {
      const name = `turn ${turnKey({ sessionId, turnOrder })}`
      if (finals.has(name)) return
      open.delete(name)
      const dropped = store(name, () => library.turns.drop(meetingId, sessionId, turnOrder))
      if (dropped.ok && !dropped.value) return
      emit('transcript:turn-dropped', { meetingId, sessionId, turnOrder })
    },
    reviseSpeakers: (sessionId, revisions) => {
      revisionCount += 1
      const name = `speakers ${revisionCount} of ${sessionId}`
      const changed = store(name, () => library.turns.revise(meetingId, sessionId, revisions))
      if (!changed.ok) return
      for (const turn of changed.value) emit('transcript:turn', { meetingId, turn })
    },
    gap: (gap) => {
      const known = gaps.get(gap.id)
      if (known !== undefined && isDeepStrictEqual(known, gap)) return
      gaps.set(gap.id, gap)
      store(`gap ${gap.id}`, () => library.gaps.upsert(meetingId, gap))
      emit('transcript:gap', { meetingId, gap })
      emit('gaps:found', undefined)
    },
    progressOf: (source) => {
      const starts = [...open.values()].flatMap((turn) =>
        turn.source === source ? turn.startMs : [],
      )
      return {
        openMs: starts.length === 0 ? null : Math.min(...starts),
        untilMs: untilMs.get(source) ?? 0,
      }
    },
    withoutGaps: (source, range) =>
      subtract(
        [range],
        [...gaps.values()].filter((gap) => gap.source === source),
      ),
    retry: () => {
      const stored = queue.retry()
      onStored(stored.ok ? library.pending.flush() : stored)
    },
  }
}
