import { errorValue } from '../../../common/errors'
import type { RecorderEvent, SessionGrant, Source, Turn } from '../../../common/model'
import { samplesToMs, type Range } from '../../../common/time'
import type { AudioFrame } from './backlog'
import { answeringModel, echoDifferences } from './begin-echo'
import { coveredUntil } from './coverage'
import type { CoverageLedger } from './coverage-ledger'
import type { StreamingDeps } from './deps'
import { findHandover } from './handover'
import type { ModelChoice } from './model-choice'
import type { PauseTracker } from './pause-tracker'
import type { HeartbeatMessage } from './protocol'
import type { SessionHandlers } from './session'
import { truncate } from './truncate'
import {
  noTurns,
  reduceTurn,
  limitRevisions,
  keepFirstWords,
  speakersEvent,
  type SessionContext,
  type SpeakersEvent,
  type TurnsState,
} from './turns'

/** Converts the messages of one session to events. */
export interface SessionEvents extends SessionHandlers {
  /**
   * Returns the sound to send for a frame. The first frame is where the session begins on the time
   * line. Its sound that has final words is silenced, so that no word's end is heard twice.
   */
  prepare(frame: AudioFrame): ArrayBuffer
  readonly turns: TurnsState
  /** The model that answers. */
  readonly model: string
  /** When the last turn came, in ms of the clock in `deps`; null if none came. */
  readonly lastTurnAt: number | null
  /** Finals wait from now on, because another session takes over and may hear some of their words. */
  hold(): void
  /**
   * Reports the finals that waited, as far as they count, and returns where on the time line the
   * other session begins, in ms. `sent` starts where all words before are final and ends where the
   * session's sound ended. `complete`: all words of the session are here.
   */
  release(sent: Range, complete: boolean): number
}

export interface SessionEventsOptions {
  readonly source: Source
  /** What was requested. */
  readonly grant: Pick<SessionGrant, 'url' | 'model'>
  readonly models: ModelChoice
  readonly report: (event: RecorderEvent) => void
  /** Counts a message that has no effect. */
  readonly ignore: (messageType: string) => void
  readonly pauses: Pick<PauseTracker, 'timelineMs'>
  readonly ledger: Pick<CoverageLedger, 'covered' | 'coverUntil'>
  readonly deps: StreamingDeps
}

/** What waits while another session takes over. */
interface Held {
  /** Finals, by turn order. */
  readonly turns: Map<number, Turn>
  readonly speakers: SpeakersEvent[]
}

export function createSessionEvents(options: SessionEventsOptions): SessionEvents {
  const { source, grant, models, report, ledger, pauses, deps } = options
  let begun: Omit<SessionContext, 'offsetMs'> | null = null
  /** The model that answers, by which the session is stored and priced. */
  let answering = grant.model
  let context: SessionContext | null = null
  let turns: TurnsState = noTurns
  let lastTurnAt: number | null = null
  let held: Held | null = null

  function isHeld(turn: Turn, wasFinal: boolean): boolean {
    return held !== null && turn.isFinal && (!wasFinal || held.turns.has(turn.turnOrder))
  }

  function cover({ offsetMs }: SessionContext, beat: HeartbeatMessage | null): void {
    ledger.coverUntil(coveredUntil(ledger.covered ?? 0, { turns, offsetMs, beat }))
  }

  return {
    onBegin: (message) => {
      const echo = message.configuration
      answering = answeringModel(echo, grant.model)
      const differences = models.newDifferences(echoDifferences(grant.url, echo))
      if (differences.length > 0) {
        const error = errorValue('setting-not-applied', truncate(differences.join('; '), 1_000))
        report({ type: 'problem', source, error })
      }
      const timing = echo?.['word_timing'] === 'estimated' ? 'estimated' : 'measured'
      begun = { sessionId: truncate(message.id, 64), source, timing }
    },
    prepare: (frame) => {
      if (context !== null || begun === null) return frame.pcm
      const offsetMs = samplesToMs(frame.firstSample)
      context = { ...begun, offsetMs }
      report({ type: 'session', source, sessionId: begun.sessionId, model: answering, offsetMs })
      return silencedUntil(frame, ledger.covered ?? frame.firstSample)
    },
    onTurn: (message) => {
      if (context === null) return
      lastTurnAt = deps.now()
      const wasFinal = turns.ended.has(message.turn_order)
      const { state, event } = reduceTurn(turns, {
        message,
        context,
        nowMs: pauses.timelineMs(),
      })
      turns = state
      if (event?.type === 'turn' && isHeld(event.turn, wasFinal)) {
        held?.turns.set(event.turn.turnOrder, event.turn)
        return
      }
      if (event !== null) report(event)
      if (message.end_of_turn && held === null) cover(context, null)
    },
    onSpeakers: (message) => {
      if (context === null) return
      const event = speakersEvent(message, context)
      if (held === null) report(event)
      else held.speakers.push(event)
    },
    onHeartbeat: (message) => {
      if (context !== null && held === null) cover(context, message)
    },
    hold: () => {
      held ??= { turns: new Map(), speakers: [] }
    },
    release: (sent, complete) => {
      const last = [...(held?.turns.values() ?? [])].sort((a, b) => a.turnOrder - b.turnOrder)
      const speakers = held?.speakers ?? []
      held = null
      const words = last.flatMap((turn) => turn.words)
      const isLost = words.length === 0 && !complete
      const { kept, atMs } = isLost ? { kept: 0, atMs: sent.startMs } : findHandover(words, sent)
      let left = kept
      const counts = new Map<number, number>()
      for (const turn of last) {
        counts.set(turn.turnOrder, left)
        report(keepFirstWords(turn, left))
        left = Math.max(0, left - turn.words.length)
      }
      for (const event of speakers) report(limitRevisions(event, counts))
      return atMs
    },
    onWarning: ({ warning_code: code, warning }) => {
      const said = truncate([code ?? '', warning ?? ''].join(' ').trim(), 500)
      if (models.newDifferences([`warning ${said}`]).length === 0) return
      report({ type: 'problem', source, error: errorValue('service-warning', said) })
    },
    onIgnored: options.ignore,
    get model() {
      return answering
    },
    get turns() {
      return turns
    },
    get lastTurnAt() {
      return lastTurnAt
    },
  }
}

function silencedUntil(frame: AudioFrame, sample: number): ArrayBuffer {
  if (sample <= frame.firstSample) return frame.pcm
  const pcm = frame.pcm.slice(0)
  new Int16Array(pcm).fill(0, 0, sample - frame.firstSample)
  return pcm
}
