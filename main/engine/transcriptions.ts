import { fail, ok, type Result } from '../../preload/errors'
import type { Transcription } from '../pre-recorded'
import type { FromEngine, ToEngine } from './messages'

/** main's side of the engine's pre-recorded jobs: which are asked for and not answered yet. */
export interface Transcriptions {
  ask(
    pcm: Uint8Array,
    request: { signal: AbortSignal; filterProfanity: boolean },
  ): Promise<Result<Transcription>>
  hear(message: Extract<FromEngine, { type: 'transcribed' | 'not-transcribed' }>): void
  /** The process is gone, and with it everything that was asked of it. */
  giveUp(): void
}

export function createTranscriptions(post: (message: ToEngine) => void): Transcriptions {
  const asked = new Map<number, (result: Result<Transcription>) => void>()
  let ids = 0

  function answer(id: number, result: Result<Transcription>): void {
    asked.get(id)?.(result)
    asked.delete(id)
  }

  return {
    ask: (pcm, { signal, filterProfanity }) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve(fail('cancelled'))
        ids += 1
        const id = ids
        const end = () => {
          post({ type: 'cancel', id })
          answer(id, fail('cancelled'))
        }
        asked.set(id, (result) => {
          signal.removeEventListener('abort', end)
          resolve(result)
        })
        signal.addEventListener('abort', end, { once: true })
        post({ type: 'transcribe', id, pcm, filterProfanity })
      }),
    hear: (message) => {
      if (message.type === 'not-transcribed') {
        return answer(message.id, fail('engine-failed', message.detail))
      }
      const words = message.words.map((word) => ({ ...word, confidence: null, speaker: null }))
      answer(message.id, ok({ channels: [words], language: null, timing: 'estimated' }))
    },
    giveUp: () => {
      for (const id of [...asked.keys()]) answer(id, fail('engine-failed', 'the process ended'))
    },
  }
}
