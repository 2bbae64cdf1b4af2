import type { OfflineRecognizer, OfflineResult } from 'sherpa-onnx-node'
import type { Decoded, Recogniser } from './decode-queue'
import { familyTraits, type Family } from './families/family'
import type { WriteHotwords } from './families/hotwords'
import type { Writing } from './families/written-words'
import { wordsFromTokens } from './families/token-words'

const sampleRate = 16_000
const samplesPerMs = 16
/** The runtime's features need a few frames; less holds no word. */
const shortestMs = 60

export interface SegmentRecogniserOptions {
  readonly family: Family
  readonly writing: Writing
  /** Given if the model was loaded with a search that takes hotwords. */
  readonly writeHotwords?: WriteHotwords | undefined
}

/**
 * Makes a recogniser of a loaded model that decodes whole segments.
 * SECURITY: a clip over the model's limit never reaches the runtime, which drops its end without an
 * error or fails in its native code.
 */
export function createSegmentRecogniser(
  native: OfflineRecognizer,
  options: SegmentRecogniserOptions,
): Recogniser {
  return recogniser(native, options, '')
}

function recogniser(
  native: OfflineRecognizer,
  options: SegmentRecogniserOptions,
  hotwords: string,
): Recogniser {
  const { family, writing, writeHotwords } = options
  const { segmentMs, limitMs, timing } = familyTraits[family]
  return {
    segmentMs,
    timing,
    writing,
    async decode(samples) {
      const clipMs = samples.length / samplesPerMs
      if (clipMs < shortestMs) return { text: '', words: null, language: null }
      if (limitMs !== null && clipMs > limitMs) {
        throw new Error(`a clip of ${Math.round(clipMs)} ms; this model takes ${limitMs} ms`)
      }
      const stream = hotwords === '' ? native.createStream() : native.createStream(hotwords)
      stream.acceptWaveform({ samples, sampleRate })
      // The synchronous call would block the sockets for hundreds of milliseconds.
      const result = await native.decodeAsync(stream)
      // The numbers of a beam search are scores and no probabilities.
      return decodedOf(writeHotwords ? { ...result, ys_log_probs: [] } : result, family, clipMs)
    },
    ...(writeHotwords && {
      withTerms: (terms) => recogniser(native, options, writeHotwords(terms)),
    }),
  }
}

/** Reads the runtime's answer as far as the family's answers mean anything. */
function decodedOf(result: OfflineResult, family: Family, clipMs: number): Decoded {
  const { timing, confidence } = familyTraits[family]
  const text = result.text.trim()
  const language = /^(?:<\|)?([a-z]{2,3})(?:\|>)?$/.exec(result.lang ?? '')?.[1] ?? null
  if (timing === 'estimated' || text === '') return { text, words: null, language }
  const words = wordsFromTokens({
    tokens: result.tokens ?? [],
    timestamps: result.timestamps ?? [],
    durations: result.durations,
    logProbs: confidence ? result.ys_log_probs : undefined,
    clipMs,
  })
  return { text, words, language }
}
