import { join } from 'node:path'
import type { EngineModel } from './family'

/** What a hotword's token is worth more, as a logarithm: the usual value of the runtime. */
const hotwordsScore = 1.5
const featConfig = { sampleRate: 16_000, featureDim: 80 }

/** What changes how a model is loaded, besides its files. */
export interface LoadChoices {
  /** A code that the model knows, or the empty text: it finds the language. */
  readonly language: string
  /** The file by which hotwords are split into tokens (absolute), or null: there are none. */
  readonly vocabulary?: string | null
}

/** The runtime's configuration for a model that decodes whole segments. */
export function offlineConfig(model: EngineModel, choices: LoadChoices): object {
  const path = pathsOf(model)
  const { vocabulary = null } = choices
  const modelConfig = { tokens: path('tokens'), numThreads: 1, provider: 'cpu', debug: 0 }
  switch (model.family) {
    case 'moonshine':
      return {
        featConfig,
        modelConfig: {
          ...modelConfig,
          moonshine: { encoder: path('encoder'), mergedDecoder: path('decoder') },
        },
      }
    case 'whisper':
      return {
        featConfig,
        modelConfig: {
          ...modelConfig,
          whisper: {
            encoder: path('encoder'),
            decoder: path('decoder'),
            language: choices.language,
            task: 'transcribe',
            tailPaddings: -1,
            enableSegmentTimestamps: 0,
            enableTokenTimestamps: 0,
          },
        },
      }
    case 'sense-voice':
      return {
        featConfig,
        modelConfig: {
          ...modelConfig,
          senseVoice: {
            model: path('model'),
            language: choices.language || 'auto',
            useInverseTextNormalization: 1,
          },
        },
      }
    default:
      return {
        featConfig,
        modelConfig: {
          ...modelConfig,
          ...(vocabulary === null ? {} : { modelingUnit: 'bpe', bpeVocab: vocabulary }),
          transducer: {
            encoder: path('encoder'),
            decoder: path('decoder'),
            joiner: path('joiner'),
          },
          modelType: model.family === 'nemo-transducer' ? 'nemo_transducer' : 'transducer',
        },
        ...(vocabulary === null
          ? { decodingMethod: 'greedy_search' }
          : { decodingMethod: 'modified_beam_search', maxActivePaths: 4, hotwordsScore }),
      }
  }
}

/** Silence that ends a turn, by the model: without words, after words, and the longest turn (s). */
const endpoints = {
  enableEndpoint: 1,
  rule1MinTrailingSilence: 2.4,
  rule2MinTrailingSilence: 0.8,
  rule3MinUtteranceLength: 20,
}

/** The runtime's configuration for a model that hears words while they are said. */
export function onlineConfig(model: EngineModel): object {
  const path = pathsOf(model)
  return {
    featConfig,
    modelConfig: {
      transducer: { encoder: path('encoder'), decoder: path('decoder'), joiner: path('joiner') },
      tokens: path('tokens'),
      numThreads: 1,
      provider: 'cpu',
      debug: 0,
    },
    decodingMethod: 'greedy_search',
    ...endpoints,
  }
}

function pathsOf(model: EngineModel): (part: string) => string {
  return (part) => join(model.folder, model.files[part] ?? '')
}
