import type { AnyRecogniser, DecodeQueue } from './decode-queue'
import type { FromEngine, ToEngine } from './process-messages'
import { openSession } from './open-session'
import type { Session, VoiceDetector } from './session'
import type { WireWord } from './wire'

type Request = Extract<ToEngine, { type: 'transcribe' }>

export interface BackgroundTranscriberOptions {
  readonly queue: DecodeQueue
  /** Returns the current model and a new detector, or null if no model is loaded. */
  readonly model: () => { recogniser: AnyRecogniser; detector: VoiceDetector } | null
  readonly post: (message: FromEngine) => void
  readonly now: () => number
}

export interface BackgroundTranscriber {
  /** Resolves when the answer has been posted or the request was cancelled. */
  transcribe(request: Request): Promise<void>
  cancel(id: number): void
  close(): void
}

const bytesPerMs = 32
/** Without silence around the audio the model often misses the first word. */
const paddingMs = 500
/** The audio that one event-loop turn processes: live frames must not wait longer than that. */
const stepMs = 500
/** Reading further ahead of the decoder would only use memory. */
const mostWaiting = 2

/** Transcribes recorded audio in the engine's process, in parallel with live sessions. */
export function createBackgroundTranscriber({
  queue,
  model,
  post,
  now,
}: BackgroundTranscriberOptions): BackgroundTranscriber {
  const running = new Map<number, Session>()

  async function transcribe({ id, pcm, filterProfanity, terms }: Request): Promise<void> {
    const loaded = model()
    if (loaded === null) return post({ type: 'not-transcribed', id, detail: 'no model is loaded' })
    const words: WireWord[] = []
    const languages: string[] = []
    const failures: Error[] = []
    const session = openSession({
      now,
      detector: loaded.detector,
      queue,
      recogniser: () => loaded.recogniser,
      filterProfanity,
      terms,
      background: true,
      onTurn: (turn) => {
        words.push(...turn.words)
        if (turn.language !== null) languages.push(turn.language)
      },
      onFailure: (cause) => failures.push(cause),
    })
    running.set(id, session)
    const padding = new Uint8Array(paddingMs * bytesPerMs)
    const isOn = () => running.get(id) === session && failures.length === 0
    try {
      for (const sound of [padding, pcm, padding]) {
        for (let at = 0; at < sound.length && isOn(); at += stepMs * bytesPerMs) {
          session.accept(sound.subarray(at, at + stepMs * bytesPerMs))
          await nextTurnOfLoop()
          await session.caughtUp()
          while (isOn() && queue.waiting() >= mostWaiting) await pause()
        }
      }
      await session.endTurn()
    } catch (cause) {
      failures.push(cause instanceof Error ? cause : new Error(String(cause)))
    }
    if (running.get(id) !== session) return
    running.delete(id)
    const [failure] = failures
    if (failure) return post({ type: 'not-transcribed', id, detail: failure.message })
    const lengthMs = Math.floor(pcm.length / bytesPerMs)
    const within = (ms: number) => Math.min(lengthMs, Math.max(0, ms - paddingMs))
    post({
      type: 'transcribed',
      id,
      timing: loaded.recogniser.timing,
      language: mostFrequent(languages),
      words: words.map(({ text, startMs, endMs, confidence }) => ({
        text,
        startMs: within(startMs),
        endMs: within(endMs),
        confidence,
      })),
    })
  }

  function cancel(id: number): void {
    running.get(id)?.cancel()
    running.delete(id)
  }

  return {
    transcribe,
    cancel,
    close: () => [...running.keys()].forEach(cancel),
  }
}

/** A short turn may be taken for another language; the meeting is in the one that most turns are. */
function mostFrequent(languages: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

const nextTurnOfLoop = () => new Promise<void>((resolve) => setImmediate(resolve))
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 20))
