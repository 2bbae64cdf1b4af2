import type { ErrorValue } from '../../../../common/errors'
import type { Answer } from '../../../../common/model'
import { createStore, type Readable } from '../../../shared/store'
import type { MainProcess } from '../../stores/main-process'

/** A question, and what came of it; both are null while the model reads. */
export interface Asked {
  /** The meeting that was open; null for a question to all meetings. */
  readonly meetingId: string | null
  readonly question: string
  readonly answer: Answer | null
  readonly error: ErrorValue | null
}

/** Questions about meetings; they last as long as the window. */
export interface Questions {
  /** The newest first. */
  readonly asked: Readable<readonly Asked[]>
  readonly ask: (meetingId: string | null, question: string) => Promise<void>
  readonly cancel: () => Promise<void>
}

const maxAsked = 20

function isOther({ error, question, meetingId }: Asked, begun: Asked): boolean {
  return error !== null && (question !== begun.question || meetingId !== begun.meetingId)
}

export function createQuestions(main: MainProcess): Questions {
  const asked = createStore<readonly Asked[]>([])
  return {
    asked,
    ask: async (meetingId, question) => {
      const begun: Asked = { meetingId, question, answer: null, error: null }
      // A question that ran, or that failed and is asked again, makes room.
      const kept = asked.get().filter((other) => other.answer !== null || isOther(other, begun))
      asked.set([begun, ...kept].slice(0, maxAsked))
      const result = await main.call('ask:question', { id: meetingId, question })
      const ended: Asked = result.ok
        ? { ...begun, answer: result.value }
        : { ...begun, error: result.error }
      const isCancelled = !result.ok && result.error.code === 'cancelled'
      asked.set(
        asked.get().flatMap((other) => {
          if (other !== begun) return [other]
          return isCancelled ? [] : [ended]
        }),
      )
    },
    cancel: async () => {
      await main.call('ask:cancel', undefined)
    },
  }
}
