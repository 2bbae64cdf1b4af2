import { errorValue } from '../../../preload/errors'
import type { RecorderEvent, Source } from '../../../preload/model'
import { coveredUntil } from './coverage'
import type { SessionHandlers } from './session'
import { noTurns, reduceTurn, speakersEvent, type SessionContext, type TurnsState } from './turns'

/** What one session says, made into reports. */
export interface Listener extends SessionHandlers {
  /** The first audio of the session is sent: it stands here on the time line. */
  placeAt(offsetMs: number): void
  readonly isPlaced: boolean
  readonly turns: TurnsState
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
  readonly began: () => void
  /** Everything up to here has final words; asks for the sample so far and gets the new one. */
  readonly cover: (advance: (covered: number) => number) => void
}

export function createListener(options: ListenerOptions): Listener {
  const { source, model, emit, cover } = options
  let begun: Omit<SessionContext, 'offsetMs'> | null = null
  let context: SessionContext | null = null
  let turns: TurnsState = noTurns

  return {
    onBegin: (message) => {
      const answered = message.configuration?.model
      if (answered != null && answered !== model) {
        const error = errorValue('model-mismatch', `asked for ${model}, got ${answered}`)
        emit({ type: 'problem', source, error })
      }
      const timing = message.configuration?.word_timing === 'estimated' ? 'estimated' : 'measured'
      begun = { sessionId: message.id.slice(0, 64), source, timing }
      options.began()
    },
    placeAt: (offsetMs) => {
      if (begun === null) return
      context = { ...begun, offsetMs }
      emit({ type: 'session', source, sessionId: begun.sessionId, model, offsetMs })
    },
    onTurn: (message) => {
      if (context === null) return
      const { offsetMs } = context
      const step = reduceTurn(turns, message, context, options.nowMs())
      turns = step.state
      if (step.event !== null) emit(step.event)
      if (message.end_of_turn) cover((covered) => coveredUntil(covered, turns, offsetMs, null))
    },
    onSpeakers: (message) => {
      if (context !== null) emit(speakersEvent(message, context))
    },
    onHeartbeat: (message) => {
      if (context === null) return
      const { offsetMs } = context
      cover((covered) => coveredUntil(covered, turns, offsetMs, message))
    },
    onIgnored: options.ignore,
    get isPlaced() {
      return context !== null
    },
    get turns() {
      return turns
    },
  }
}
