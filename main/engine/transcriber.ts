import type { DecodeQueue, Recogniser } from './decode-queue'
import type { FromEngine, ToEngine } from './messages'
import { createSession, type Session, type VoiceDetector } from './session'
import type { WireWord } from './wire'

type Request = Extract<ToEngine, { type: 'transcribe' }>

export interface TranscriberOptions {
  readonly queue: DecodeQueue
  /** The model of this moment and a detector of its own; null where none is loaded. */
  readonly model: () => { recogniser: Recogniser; detector: VoiceDetector } | null
  readonly post: (message: FromEngine) => void
}

export interface Transcriber {
  /** Resolves when it has been answered, or was cancelled. */
  transcribe(request: Request): Promise<void>
  cancel(id: number): void
  close(): void
}

const bytesPerMs = 32
/** Without silence around it the model often does not hear the first word. */
const paddingMs = 500
/** How much is looked through for voices in one go: live frames must not wait longer than that. */
const stepMs = 500
/** Sound ahead of its decode would only take memory. */
const mostWaiting = 2

/** Writes down sound that is there already, within the engine's process and beside its sessions. */
export function createTranscriber({ queue, model, post }: TranscriberOptions): Transcriber {
  const running = new Map<number, Session>()

  async function transcribe({ id, pcm, filterProfanity }: Request): Promise<void> {
    const loaded = model()
    if (loaded === null) return post({ type: 'not-transcribed', id, detail: 'no model is loaded' })
    const words: WireWord[] = []
    const failures: Error[] = []
    const session = createSession({
      detector: loaded.detector,
      queue,
      recogniser: () => loaded.recogniser,
      filterProfanity,
      background: true,
      onTurn: (_order, turn) => words.push(...turn),
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
      words: words.map(({ text, startMs, endMs }) => ({
        text,
        startMs: within(startMs),
        endMs: within(endMs),
      })),
    })
  }

  function cancel(id: number): void {
    running.get(id)?.abandon()
    running.delete(id)
  }

  return {
    transcribe,
    cancel,
    close: () => [...running.keys()].forEach(cancel),
  }
}

const nextTurnOfLoop = () => new Promise<void>((resolve) => setImmediate(resolve))
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 20))
