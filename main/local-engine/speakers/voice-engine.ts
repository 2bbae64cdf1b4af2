import { errorValue, fail, ok, type Result } from '../../../common/errors'
import type { People } from '../../../common/people'
import type { SpeakerModels } from './speaker-models'
import { fromVoicesSchema, type FromVoices, type ToVoices } from './voice-messages'

/** The part of the process that the host uses; setup.ts creates it with Electron. */
export interface VoiceChild {
  postMessage(message: ToVoices): void
  onMessage(listener: (message: unknown) => void): void
  onExit(listener: (code: number) => void): void
  kill(): void
}

export interface TellApartRequest {
  readonly models: SpeakerModels
  /** How many people speak, or null: it is found. */
  readonly people: number | null
}

/**
 * Tells voices apart, in a process of its own behind all others: what it costs or does wrong reaches
 * neither text nor sound. It starts with the first request and ends after two minutes without one.
 */
export interface VoiceEngine {
  /** Tells the people in a stretch of recorded sound (s16 at 16 kHz) apart. */
  tellApart(pcm: Uint8Array, request: TellApartRequest): Promise<Result<People>>
  /** A vector for the voice in each piece, or null for a piece that is too short. */
  describe(
    pieces: readonly Uint8Array[],
    models: SpeakerModels,
  ): Promise<Result<readonly (readonly number[] | null)[]>>
  stop(): void
}

const idleMs = 120_000

/** Errors of all requests: those of checkSpeakerModels, and engine-unsupported, engine-failed. */
export function createVoiceEngine(fork: () => VoiceChild): VoiceEngine {
  const pending = new Map<number, (answer: Result<FromVoices>) => void>()
  let child: VoiceChild | null = null
  let idle: NodeJS.Timeout | undefined
  let ids = 0

  function settle(id: number, answer: Result<FromVoices>): void {
    const resolve = pending.get(id)
    pending.delete(id)
    if (pending.size === 0) {
      clearTimeout(idle)
      idle = setTimeout(stop, idleMs)
      idle.unref()
    }
    resolve?.(answer)
  }

  function launch(): VoiceChild {
    const launched = fork()
    launched.onMessage((message) => {
      if (child !== launched) return
      const answer = fromVoicesSchema.parse(message)
      settle(answer.id, answer.type === 'failed' ? fail(answer.code, answer.detail) : ok(answer))
    })
    launched.onExit((code) => {
      if (child !== launched) return
      child = null
      failAll(`the process for voices ended with ${code}`)
    })
    return launched
  }

  function failAll(detail: string): void {
    const error = errorValue('engine-failed', detail)
    for (const id of [...pending.keys()]) settle(id, { ok: false, error })
  }

  function stop(): void {
    clearTimeout(idle)
    const stopped = child
    child = null
    stopped?.kill()
    failAll('the process for voices was stopped')
    clearTimeout(idle)
  }

  function ask(message: (id: number) => ToVoices): Promise<Result<FromVoices>> {
    clearTimeout(idle)
    child ??= launch()
    const asked = child
    return new Promise((resolve) => {
      ids += 1
      pending.set(ids, resolve)
      asked.postMessage(message(ids))
    })
  }

  return {
    async tellApart(pcm, { models, people }) {
      const answer = await ask((id) => ({ type: 'tell-apart', id, pcm, people, models }))
      if (!answer.ok) return answer
      if (answer.value.type !== 'told-apart') return fail('engine-failed', answer.value.type)
      return ok({ speech: answer.value.speech, voices: answer.value.voices })
    },
    async describe(pieces, models) {
      const answer = await ask((id) => ({ type: 'describe', id, pieces: [...pieces], models }))
      if (!answer.ok) return answer
      if (answer.value.type !== 'described') return fail('engine-failed', answer.value.type)
      return ok(answer.value.vectors)
    },
    stop,
  }
}
