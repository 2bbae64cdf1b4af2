import { createRequire } from 'node:module'
import type * as SherpaModule from 'sherpa-onnx-node'
import { fail, ok, type Result } from '../../../common/errors'
import { unit } from '../../../common/people'
import { checkSpeakerModels, type SpeakerModels } from './speaker-models'

const sampleRate = 16_000
const samplesPerMs = 16
/** The models were trained on nothing shorter. */
export const shortestPieceMs = 400

/** Describes the voice in a piece of sound (16 kHz mono, -1 to 1); null if it is too short. */
export type DescribeVoice = (samples: Float32Array) => number[] | null

let loaded: { readonly path: string; readonly describe: DescribeVoice } | null = null

/**
 * Loads the model for voices once, and keeps it for the next time. SECURITY: the files must have
 * been checked. Throws if the runtime cannot load it.
 */
export function loadVoiceModel({ embedding }: SpeakerModels): DescribeVoice {
  if (loaded?.path === embedding) return loaded.describe
  const sherpa = createRequire(import.meta.url)('sherpa-onnx-node') as typeof SherpaModule
  const extractor = new sherpa.SpeakerEmbeddingExtractor({
    model: embedding,
    numThreads: 1,
    provider: 'cpu',
  })
  const describe: DescribeVoice = (samples) => {
    if (samples.length < shortestPieceMs * samplesPerMs) return null
    const stream = extractor.createStream()
    stream.acceptWaveform({ samples, sampleRate })
    stream.inputFinished()
    if (!extractor.isReady(stream)) return null
    // Electron refuses memory of others, so the numbers are copied.
    const vector = unit([...extractor.compute(stream, false)])
    return vector.some((value) => value !== 0) ? vector : null
  }
  loaded = { path: embedding, describe }
  return describe
}

/**
 * Describes the voice in each piece. Errors: those of checkSpeakerModels, and engine-failed.
 */
export async function describeVoices(
  pieces: readonly Float32Array[],
  models: SpeakerModels,
): Promise<Result<(number[] | null)[]>> {
  const checked = await checkSpeakerModels(models)
  if (!checked.ok) return checked
  try {
    return ok(pieces.map(loadVoiceModel(models)))
  } catch (cause) {
    return fail('engine-failed', String(cause))
  }
}
