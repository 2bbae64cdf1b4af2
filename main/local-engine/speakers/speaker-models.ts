import { z } from 'zod'
import { fail, ok, type Result } from '../../../common/errors'
import { readOnnxHeader } from '../families/onnx-header'

/** The files (absolute paths) that tell speakers apart. */
export const speakerModelsSchema = z.object({ segmentation: z.string(), embedding: z.string() })
export type SpeakerModels = z.infer<typeof speakerModelsSchema>

const segmentationKeys = [
  ...['num_speakers', 'powerset_max_classes', 'num_classes', 'sample_rate', 'window_size'],
  ...['receptive_field_size', 'receptive_field_shift'],
]
const embeddingKeys: Readonly<Record<string, readonly string[]>> = {
  wespeaker: ['output_dim', 'sample_rate', 'normalize_samples', 'language'],
  '3d-speaker': ['output_dim', 'sample_rate', 'normalize_samples', 'language'],
  nemo: ['output_dim', 'feat_dim', 'sample_rate', 'window_size_ms', 'window_stride_ms', 'language'],
}

/**
 * Checks that both files are whole and of their kinds. SECURITY: the runtime ends the process where
 * they are not. Errors: engine-model-missing, engine-model-damaged.
 */
export async function checkSpeakerModels(models: SpeakerModels): Promise<Result<void>> {
  const segmentation = await readOnnxHeader(models.segmentation)
  if (!segmentation.ok) return segmentation
  const embedding = await readOnnxHeader(models.embedding)
  if (!embedding.ok) return embedding
  const framework = embedding.value.metadata.get('framework') ?? ''
  const keys = Object.hasOwn(embeddingKeys, framework) ? embeddingKeys[framework] : undefined
  if (!keys) return fail('engine-model-damaged', 'the file for voices is of no known kind')
  const lacks =
    lacking(segmentation.value.metadata, segmentationKeys) ??
    lacking(embedding.value.metadata, keys)
  return lacks === null ? ok(undefined) : fail('engine-model-damaged', `it lacks ${lacks}`)
}

function lacking(metadata: ReadonlyMap<string, string>, keys: readonly string[]): string | null {
  const wrong = keys.find((key) => {
    const value = metadata.get(key) ?? ''
    return key === 'language' ? value === '' : !/^\d{1,9}$/.test(value)
  })
  return wrong ?? null
}
