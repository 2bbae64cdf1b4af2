import type { AnyRecogniser, Recogniser } from './decode-queue'
import { createFinish } from './finish-words'
import { createSession, type Session, type SessionOptions } from './session'
import { createStreamSession } from './stream-session'

export interface OpenSessionOptions extends Omit<SessionOptions, 'recogniser' | 'finish'> {
  /** The recogniser of now; another one of the same kind may take over. */
  readonly recogniser: () => AnyRecogniser
  readonly filterProfanity: boolean
  readonly terms: readonly string[]
  readonly now: () => number
}

/** Opens the kind of session that the model needs: by segments, or word by word. */
export function openSession(options: OpenSessionOptions): Session {
  const first = options.recogniser()
  const { filterProfanity, terms } = options
  const finish = createFinish({ filterProfanity, terms, writing: first.writing })
  if ('open' in first) {
    return createStreamSession({
      ...options,
      finish,
      recogniser: first,
      onSpent: (cost) => options.queue.spent(cost),
    })
  }
  const listening = (one: Recogniser) => (terms.length > 0 ? (one.withTerms?.(terms) ?? one) : one)
  let of = first
  let last = listening(first)
  return createSession({
    ...options,
    finish,
    recogniser: () => {
      const current = options.recogniser()
      if (!('open' in current) && current !== of) {
        of = current
        last = listening(current)
      }
      return last
    },
  })
}
