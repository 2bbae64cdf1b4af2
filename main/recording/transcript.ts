import { isDeepStrictEqual } from 'node:util'
import type { EventName, EventPayload } from '../../preload/contract'
import type { ErrorValue, Result } from '../../preload/errors'
import type { Gap, Source, SpeakerRevision, Turn } from '../../preload/model'
import type { Library } from '../library/library'
import { subtract, type Range } from '../library/ranges'
import type { StoredSession } from '../library/sessions'
import { createKeeper } from './keeper'

/** Sends an event of the contract to every page whose role may have it. */
export type Broadcast = <E extends EventName>(name: E, payload: EventPayload<E>) => void

/** How far the words of a source are on the time line. */
export interface Spoken {
  /** Where the words begin that are not final yet, or null. */
  readonly openMs: number | null
  /** Where the last words end, final or not. */
  readonly untilMs: number
}

/** The words of one meeting as they come: into the library first, then to the windows. */
export interface LiveTranscript {
  /** Whether this session belongs to this meeting. */
  knows(sessionId: string): boolean
  session(session: StoredSession): void
  turn(turn: Turn): void
  /** For partials only: words that were final once are never taken back. */
  dropped(sessionId: string, turnOrder: number): void
  speakers(sessionId: string, revisions: readonly SpeakerRevision[]): void
  gap(gap: Gap): void
  /** How far the words of a source are. */
  spoken(source: Source): Spoken
  /** What of a range of a source no gap has yet. */
  unmarked(source: Source, range: Range): Range[]
  /** Tries again what the disk did not take. */
  retry(): void
}

export function createLiveTranscript(
  library: Library,
  meetingId: string,
  broadcast: Broadcast,
  onStored: (error: ErrorValue | null) => void,
): LiveTranscript {
  const keeper = createKeeper()
  const sessions = new Set<string>()
  const finals = new Set<string>()
  const open = new Map<string, Turn>()
  const gaps = new Map<string, Gap>()
  /** Up to where a source has words, final or not. */
  const spokenMs = new Map<Source, number>()
  let revisions = 0

  function keep<T>(name: string, store: () => Result<T>): Result<T> {
    const stored = keeper.keep(name, store)
    if (!stored.ok) onStored(stored.error)
    return stored
  }
  const nameOf = (sessionId: string, turnOrder: number) => `turn ${turnOrder} of ${sessionId}`

  return {
    knows: (sessionId) => sessions.has(sessionId),
    session: (session) => {
      sessions.add(session.id)
      // What the session before left open will not become final any more.
      for (const [name, turn] of open) if (turn.source === session.source) open.delete(name)
      keep(`session ${session.id}`, () => library.sessions.add(meetingId, session))
    },
    turn: (turn) => {
      const name = nameOf(turn.sessionId, turn.turnOrder)
      // The library has this rule too; here it also holds for what waits for the disk.
      if (!turn.isFinal && finals.has(name)) return
      spokenMs.set(turn.source, Math.max(spokenMs.get(turn.source) ?? 0, turn.endMs))
      if (turn.isFinal) {
        finals.add(name)
        open.delete(name)
      } else {
        open.set(name, turn)
      }
      const stored = keep(name, () => library.turns.upsert(meetingId, turn))
      // What could not be stored yet is shown all the same: on a full disk the text goes on.
      const shown = stored.ok ? stored.value : turn
      if (shown !== null) broadcast('transcript:turn', { meetingId, turn: shown })
    },
    dropped: (sessionId, turnOrder) => {
      const name = nameOf(sessionId, turnOrder)
      if (finals.has(name)) return
      open.delete(name)
      const dropped = keep(name, () => library.turns.drop(meetingId, sessionId, turnOrder))
      if (dropped.ok && !dropped.value) return
      broadcast('transcript:turn-dropped', { meetingId, sessionId, turnOrder })
    },
    speakers: (sessionId, revised) => {
      revisions += 1
      const name = `speakers ${revisions} of ${sessionId}`
      const changed = keep(name, () => library.turns.revise(meetingId, sessionId, revised))
      if (!changed.ok) return
      for (const turn of changed.value) broadcast('transcript:turn', { meetingId, turn })
    },
    gap: (gap) => {
      const known = gaps.get(gap.id)
      if (known !== undefined && isDeepStrictEqual(known, gap)) return
      gaps.set(gap.id, gap)
      keep(`gap ${gap.id}`, () => library.gaps.upsert(meetingId, gap))
      broadcast('transcript:gap', { meetingId, gap })
    },
    spoken: (source) => {
      const starts = [...open.values()].flatMap((turn) =>
        turn.source === source ? turn.startMs : [],
      )
      return {
        openMs: starts.length === 0 ? null : Math.min(...starts),
        untilMs: spokenMs.get(source) ?? 0,
      }
    },
    unmarked: (source, range) =>
      subtract(
        [range],
        [...gaps.values()].filter((gap) => gap.source === source),
      ),
    retry: () => {
      const retried = keeper.retry()
      onStored(retried.ok ? null : retried.error)
    },
  }
}
