import { createRequire } from 'node:module'
import type * as SherpaModule from 'sherpa-onnx-node'
import type * as AddonModule from 'sherpa-onnx-node/addon.js'
import { fail, ok, type Result } from '../../../common/errors'
import { checkSpeakerModels, type SpeakerModels } from './speaker-models'
import { meanVector, type People, type Speech, type Voice } from '../../../common/people'
import { loadVoiceModel, shortestPieceMs, type DescribeVoice } from './describe-voices'
import { mergeSmall, renumbered, speechLengths } from './speech-of-people'

export interface TellApartOptions {
  readonly models: SpeakerModels
  /** How many people speak, or null: it is found. */
  readonly people: number | null
}

const samplesPerMs = 16
/**
 * Others measured that with TitaNet the number of people is right between 0.9 and 1.2; it was not
 * measured here, because no weights could be had.
 */
const threshold = 0.9
/** A voice is made of its longest stretches, so many ms of each and of all. */
const longestPieceMs = 8_000
const longestVoiceMs = 24_000

/**
 * Tells the people in a stretch of sound (16 kHz mono, -1 to 1) apart. Silence has none. Errors: those
 * of checkSpeakerModels, and engine-unsupported, engine-failed.
 */
export async function tellApart(
  samples: Float32Array,
  { models, people }: TellApartOptions,
): Promise<Result<People>> {
  const checked = await checkSpeakerModels(models)
  if (!checked.ok) return checked
  const load = createRequire(import.meta.url)
  let sherpa: typeof SherpaModule
  let addon: typeof AddonModule
  try {
    sherpa = load('sherpa-onnx-node') as typeof SherpaModule
    addon = load('sherpa-onnx-node/addon.js') as typeof AddonModule
  } catch (cause) {
    return fail('engine-unsupported', String(cause))
  }
  if (samples.length < shortestPieceMs * samplesPerMs) return ok({ speech: [], voices: [] })
  try {
    const diarization = new sherpa.OfflineSpeakerDiarization({
      segmentation: { pyannote: { model: models.segmentation }, numThreads: 1, provider: 'cpu' },
      embedding: { model: models.embedding, numThreads: 1, provider: 'cpu' },
      clustering: { numClusters: people ?? -1, threshold },
      minDurationOn: 0.2,
      minDurationOff: 0.5,
    })
    const found = await addon.offlineSpeakerDiarizationProcessAsync(
      diarization.handle,
      samples,
      () => undefined,
    )
    const speech = renumbered(
      found.map(({ start, end, speaker }) => ({
        startMs: Math.round(start * 1_000),
        endMs: Math.round(end * 1_000),
        speaker,
      })),
    )
    const describe = loadVoiceModel(models)
    const merged = mergeSmall(speech, voicesOf(samples, speech, describe), people)
    return ok({ speech: merged, voices: voicesOf(samples, merged, describe) })
  } catch (cause) {
    return fail('engine-failed', String(cause))
  }
}

function voicesOf(
  samples: Float32Array,
  speech: readonly Speech[],
  describe: DescribeVoice,
): Voice[] {
  const voices: Voice[] = []
  for (const [speaker, speechMs] of speechLengths(speech)) {
    const pieces = speech
      .filter((part) => part.speaker === speaker)
      .sort((a, b) => b.endMs - b.startMs - (a.endMs - a.startMs))
    const parts: [vector: number[] | null, weight: number][] = []
    let used = 0
    for (const { startMs, endMs } of pieces) {
      const lengthMs = Math.min(endMs - startMs, longestPieceMs, longestVoiceMs - used)
      if (lengthMs < shortestPieceMs) break
      const from = startMs * samplesPerMs
      parts.push([describe(samples.slice(from, from + lengthMs * samplesPerMs)), lengthMs])
      used += lengthMs
    }
    const vector = meanVector(parts)
    if (vector !== null) voices.push({ speaker, speechMs, vector })
  }
  return voices
}
