import { fail, ok, type Result } from '../../common/errors'
import type { FromEngine, ToEngine } from './process-messages'
import type { SpeakerModels } from './speakers/speaker-models'
import type { People } from '../../common/people'

export interface TellApartRequest {
  readonly models: SpeakerModels
  /** How many people speak, or null: it is found. */
  readonly people: number | null
}

/** The requests to tell people apart that the engine has not answered yet (main's side). */
export interface TellApartRequests {
  send(pcm: Uint8Array, request: TellApartRequest): Promise<Result<People>>
  handleAnswer(message: Extract<FromEngine, { type: 'told-apart' | 'not-told-apart' }>): void
  isEmpty(): boolean
  /** Fails all pending requests because the process has ended. */
  failAll(): void
}

export function createTellApartRequests(post: (message: ToEngine) => void): TellApartRequests {
  const pending = new Map<number, (result: Result<People>) => void>()
  let ids = 0

  function settle(id: number, result: Result<People>): void {
    pending.get(id)?.(result)
    pending.delete(id)
  }

  return {
    send: (pcm, { models, people }) =>
      new Promise((resolve) => {
        ids += 1
        pending.set(ids, resolve)
        post({ type: 'tell-apart', id: ids, pcm, people, models })
      }),
    handleAnswer: (message) => {
      if (message.type === 'not-told-apart') settle(message.id, fail(message.code, message.detail))
      else settle(message.id, ok({ speech: message.speech, voices: message.voices }))
    },
    isEmpty: () => pending.size === 0,
    failAll: () => {
      for (const id of [...pending.keys()]) settle(id, fail('engine-failed', 'the process ended'))
    },
  }
}
