import { errorValue } from '../../../preload/errors'
import type { RecorderEvent, Source, Turn } from '../../../preload/model'
import { coveredUntil } from './coverage'
import { handover } from './handover'
import type { BeginMessage } from './protocol'
import type { SessionHandlers } from './session'
import { shorten } from './shorten'
import {
  noTurns,
  reduceTurn,
  shortenRevisions,
  shortenTurn,
  speakersEvent,
  type SessionContext,
  type SpeakersEvent,
  type TurnsState,
} from './turns'

/** What one session says, made into reports. */
export interface Listener extends SessionHandlers {
  /** The first audio of the session is sent: it stands here on the time line. */
  placeAt(offsetMs: number): void
  readonly isPlaced: boolean
  readonly turns: TurnsState
  /** When the last turn came, ms since 1970; null where none did. */
  readonly lastTurnAt: number | null
  /** Finals wait from now on, for another session takes over and some of their words may be its. */
  hold(): void
  /**
   * Reports what was held as far as it counts. Answers where on the time line the other session
   * goes on. All before `coveredMs` is final; the session's audio ended at `endMs`; `complete`
   * says that no word of it is still to come.
   */
  release(coveredMs: number, endMs: number, complete: boolean): number
}

export interface ListenerOptions {
  readonly source: Source
  /** What Begin.configuration.model must say. */
  readonly model: string
  readonly emit: (event: RecorderEvent) => void
  /** Counts a message that is not acted upon. */
  readonly ignore: (messageType: string) => void
  /** Now on the time line, in ms. */
  readonly nowMs: () => number
  /** Now, ms since 1970. */
  readonly now: () => number
  readonly began: (message: BeginMessage) => void
  /** Everything up to here has final words; asks for the sample so far and gets the new one. */
  readonly cover: (advance: (covered: number) => number) => void
}

/** What waits while another session takes over. */
interface Held {
  /** Finals, by turn order. */
  readonly turns: Map<number, Turn>
  readonly speakers: SpeakersEvent[]
}

export function createListener(options: ListenerOptions): Listener {
  const { source, model, emit, cover } = options
  let begun: Omit<SessionContext, 'offsetMs'> | null = null
  let context: SessionContext | null = null
  let turns: TurnsState = noTurns
  let lastTurnAt: number | null = null
  let held: Held | null = null

  function isHeld(turn: Turn, wasFinal: boolean): boolean {
    return held !== null && turn.isFinal && (!wasFinal || held.turns.has(turn.turnOrder))
  }

  return {
    onBegin: (message) => {
      const answered = message.configuration?.model
      if (answered != null && answered !== model) {
        const error = errorValue(
          'model-mismatch',
          `asked for ${model}, got ${shorten(answered, 80)}`,
        )
        emit({ type: 'problem', source, error })
      }
      const timing = message.configuration?.word_timing === 'estimated' ? 'estimated' : 'measured'
      begun = { sessionId: shorten(message.id, 64), source, timing }
      options.began(message)
    },
    placeAt: (offsetMs) => {
      if (begun === null) return
      context = { ...begun, offsetMs }
      emit({ type: 'session', source, sessionId: begun.sessionId, model, offsetMs })
    },
    onTurn: (message) => {
      if (context === null) return
      const { offsetMs } = context
      lastTurnAt = options.now()
      const wasFinal = turns.ended.has(message.turn_order)
      const { state, event } = reduceTurn(turns, message, context, options.nowMs())
      turns = state
      if (event?.type === 'turn' && isHeld(event.turn, wasFinal)) {
        held?.turns.set(event.turn.turnOrder, event.turn)
        return
      }
      if (event !== null) emit(event)
      if (message.end_of_turn && held === null) {
        cover((covered) => coveredUntil(covered, turns, offsetMs, null))
      }
    },
    onSpeakers: (message) => {
      if (context === null) return
      const event = speakersEvent(message, context)
      if (held === null) emit(event)
      else held.speakers.push(event)
    },
    onHeartbeat: (message) => {
      if (context === null || held !== null) return
      const { offsetMs } = context
      cover((covered) => coveredUntil(covered, turns, offsetMs, message))
    },
    hold: () => {
      held ??= { turns: new Map(), speakers: [] }
    },
    release: (coveredMs, endMs, complete) => {
      const last = [...(held?.turns.values() ?? [])].sort((a, b) => a.turnOrder - b.turnOrder)
      const speakers = held?.speakers ?? []
      held = null
      const words = last.flatMap((turn) => turn.words)
      const isLost = words.length === 0 && !complete
      const { kept, atMs } = isLost
        ? { kept: 0, atMs: coveredMs }
        : handover(words, coveredMs, endMs)
      let left = kept
      const counts = new Map<number, number>()
      for (const turn of last) {
        counts.set(turn.turnOrder, left)
        emit(shortenTurn(turn, left))
        left = Math.max(0, left - turn.words.length)
      }
      for (const event of speakers) emit(shortenRevisions(event, counts))
      return atMs
    },
    onIgnored: options.ignore,
    get isPlaced() {
      return context !== null
    },
    get turns() {
      return turns
    },
    get lastTurnAt() {
      return lastTurnAt
    },
  }
}
