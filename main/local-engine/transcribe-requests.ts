import { fail, ok, type Result } from '../../common/errors'
import type { Transcription } from '../../common/transcription'
import type { FromEngine, ToEngine } from './process-messages'

export interface TranscribeRequest {
  readonly signal: AbortSignal
  readonly filterProfanity: boolean
  /** Names and terms to listen for. */
  readonly terms: readonly string[]
}

/** The requests to transcribe recorded audio that the engine has not answered yet (main's side). */
export interface TranscribeRequests {
  send(pcm: Uint8Array, request: TranscribeRequest): Promise<Result<Transcription>>
  handleAnswer(message: Extract<FromEngine, { type: 'transcribed' | 'not-transcribed' }>): void
  /** Whether no request waits for an answer. */
  isEmpty(): boolean
  /** Fails all pending requests because the process has ended. */
  failAll(): void
}

export function createTranscribeRequests(post: (message: ToEngine) => void): TranscribeRequests {
  const pending = new Map<number, (result: Result<Transcription>) => void>()
  let ids = 0

  function settle(id: number, result: Result<Transcription>): void {
    pending.get(id)?.(result)
    pending.delete(id)
  }

  return {
    send: (pcm, { signal, filterProfanity, terms }) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve(fail('cancelled'))
        ids += 1
        const id = ids
        const end = () => {
          post({ type: 'cancel', id })
          settle(id, fail('cancelled'))
        }
        pending.set(id, (result) => {
          signal.removeEventListener('abort', end)
          resolve(result)
        })
        signal.addEventListener('abort', end, { once: true })
        post({ type: 'transcribe', id, pcm, filterProfanity, terms: [...terms] })
      }),
    handleAnswer: (message) => {
      if (message.type === 'not-transcribed') {
        return settle(message.id, fail('engine-failed', message.detail))
      }
      const { timing, language } = message
      const words = message.words.map((word) => ({ ...word, speaker: null }))
      settle(message.id, ok({ channels: [words], language, timing }))
    },
    isEmpty: () => pending.size === 0,
    failAll: () => {
      for (const id of [...pending.keys()]) settle(id, fail('engine-failed', 'the process ended'))
    },
  }
}
