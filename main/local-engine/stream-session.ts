import { toFloats } from './audio-buffer'
import type { DecodeCost } from './decode-queue'
import type { FinishWords } from './finish-words'
import type { Session } from './session'
import type { StreamRecogniser } from './stream-recogniser'
import type { WireTurn } from './wire'
import { stableCount } from './word-timing'

export interface StreamSessionOptions {
  readonly recogniser: StreamRecogniser
  readonly finish: FinishWords
  readonly now: () => number
  readonly onTurn: (turn: WireTurn) => void
  readonly onSpent: (cost: DecodeCost) => void
  readonly onFailure: (cause: Error) => void
}

const samplesPerMs = 16

/**
 * Turns one stream of frames into turns with a model that hears words while they are said: a partial
 * after each chunk that changes the words, and a final where the model ends the turn.
 */
export function createStreamSession(options: StreamSessionOptions): Session {
  const { recogniser, now } = options
  let stream = recogniser.open()
  /** Where the current stream began, and what was received and decoded, in samples. */
  let from = 0
  let received = 0
  let processed = 0
  let orders = 0
  let order: number | null = null
  let previous: readonly string[] = []
  let cancelled = false
  let decoding: Promise<void> | null = null

  function emit(endOfTurn: boolean): void {
    if (cancelled) return
    const offsetMs = Math.round(from / samplesPerMs)
    const heard = stream.words().map((word) => ({
      ...word,
      startMs: word.startMs + offsetMs,
      endMs: Math.min(word.endMs + offsetMs, Math.round(received / samplesPerMs)),
    }))
    const texts = heard.map((word) => word.text)
    const isSame =
      texts.length === previous.length && texts.every((text, i) => text === previous[i])
    if (order === null && texts.length === 0) return
    if (isSame && !endOfTurn) return
    order ??= orders++
    const stable = stableCount(previous, texts)
    const words = options.finish({ words: heard, endOfTurn, language: recogniser.language })
    options.onTurn({
      order,
      words: words.map((word, index) => ({ ...word, isFinal: endOfTurn || index < stable })),
      endOfTurn,
      language: recogniser.language,
    })
    previous = texts
  }

  function endTurnHere(): void {
    emit(true)
    order = null
    previous = []
  }

  /** Decodes all that is ready, one chunk for each turn of the event loop. */
  async function decodeAll(): Promise<void> {
    try {
      while (!cancelled) {
        const started = now()
        const target = received
        if (!stream.step()) break
        const audioMs = (target - processed) / samplesPerMs
        processed = target
        options.onSpent({ kind: 'partial', decodeMs: now() - started, audioMs })
        if (stream.isEndpoint()) {
          endTurnHere()
          stream.next()
        } else {
          emit(false)
        }
        await new Promise<void>((resolve) => setImmediate(resolve))
      }
    } catch (cause) {
      cancelled = true
      options.onFailure(cause instanceof Error ? cause : new Error(String(cause)))
    }
  }

  function drain(): Promise<void> {
    decoding ??= decodeAll().finally(() => {
      decoding = null
    })
    return decoding
  }

  return {
    accept(pcm) {
      const samples = toFloats(pcm)
      received += samples.length
      stream.accept(samples)
      void drain()
    },
    async endTurn() {
      await drain()
      stream.finish()
      await drain()
      endTurnHere()
      if (cancelled) return
      from = received
      processed = received
      stream = recogniser.open()
    },
    caughtUp: drain,
    cancel() {
      cancelled = true
    },
    receivedMs: () => received / samplesPerMs,
    processedMs: () => processed / samplesPerMs,
  }
}
