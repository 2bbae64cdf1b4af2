import type { OnlineRecognizer, OnlineResult } from 'sherpa-onnx-node'
import type { Writing } from './families/written-words'
import { wordsFromTokens, type DecodedWord } from './families/token-words'

/** Hears words while they are said; the model ends the turns. */
export interface StreamRecogniser {
  readonly timing: 'measured'
  readonly writing: Writing
  /** The two-letter code of the language that it was told, or null. */
  readonly language: string | null
  /** A new stream whose time begins at 0. */
  open(): WordStream
}

/** One stream of sound. */
export interface WordStream {
  /** Adds samples (16 kHz mono, -1 to 1). */
  accept(samples: Float32Array): void
  /** Decodes one of the model's own chunks; false if there is not enough sound for one. */
  step(): boolean
  /** The words since the last `next`, with times in ms from the stream's start. */
  words(): DecodedWord[]
  /** Whether the model says that the turn is over. */
  isEndpoint(): boolean
  /** Begins the next turn. */
  next(): void
  /** Adds silence, so that the last chunk is decoded as well. */
  finish(): void
}

const sampleRate = 16_000
/** Longer than the largest chunk of these models (1.1 s) with what they look ahead. */
const tailSamples = 24_000

/** Makes a recogniser of a loaded streaming model; `language` is empty if it finds the language. */
export function createStreamRecogniser(
  native: OnlineRecognizer,
  { language, writing }: { readonly language: string; readonly writing: Writing },
): StreamRecogniser {
  return {
    timing: 'measured',
    writing,
    language: language || null,
    open() {
      const stream = native.createStream()
      if (language !== '') stream.setOption('language', language)
      let received = 0
      function accept(samples: Float32Array): void {
        received += samples.length
        stream.acceptWaveform({ samples, sampleRate })
      }
      return {
        accept,
        step() {
          if (!native.isReady(stream)) return false
          native.decode(stream)
          return true
        },
        words: () => streamedWords(native.getResult(stream), received / 16),
        isEndpoint: () => native.isEndpoint(stream),
        next: () => native.reset(stream),
        finish: () => accept(new Float32Array(tailSamples)),
      }
    },
  }
}

/** The words of one turn; the runtime counts their times from `start_time`, the end of the last turn. */
function streamedWords(result: OnlineResult, receivedMs: number): DecodedWord[] {
  const offsetMs = Math.round((result.start_time ?? 0) * 1_000)
  const words = wordsFromTokens({
    tokens: result.tokens,
    timestamps: result.timestamps,
    logProbs: result.ys_probs,
    clipMs: Math.max(0, receivedMs - offsetMs),
  })
  return (words ?? []).map((word) => ({
    ...word,
    startMs: word.startMs + offsetMs,
    endMs: word.endMs + offsetMs,
  }))
}
