import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as SherpaModule from 'sherpa-onnx-node'
import { voiceDetectorModel } from './catalogue'
import type { AnyRecogniser } from './decode-queue'
import { familyTraits, type EngineModel } from './families/family'
import { createHotwords, takesHotwords, vocabularyOf } from './families/hotwords'
import { languageFor, readTokens, readWriting } from './families/recognise-folder'
import { offlineConfig, onlineConfig } from './families/recogniser-config'
import { createSegmentRecogniser } from './segment-recogniser'
import { createStreamRecogniser } from './stream-recogniser'
import { segmenterDefaults } from './segmenter'
import type { VoiceDetector } from './session'

export interface RecogniserChoices {
  /** A two-letter code, or null: the model finds it. */
  readonly language: string | null
  /** Whether there are names and terms to listen for; they cost the confidence of words. */
  readonly hasTerms: boolean
}

/** Creates recognisers and voice detectors with the native runtime. */
export interface Runtime {
  /** The files must have been checked. */
  loadRecogniser(model: EngineModel, choices: RecogniserChoices): Promise<AnyRecogniser>
  createDetector(modelsDir: string): VoiceDetector
}

const sampleRate = 16_000
/** The samples of context that Silero prepends to each window. */
const context = 64
const threshold = 0.4
/** The number of voiced windows in a row after which the detector is flushed. */
const longestRun = 250

/** Loads the native library; throws if this platform has none. */
export function loadRuntime(): Runtime {
  const sherpa = createRequire(import.meta.url)('sherpa-onnx-node') as typeof SherpaModule

  return {
    async loadRecogniser(model, { language, hasTerms }) {
      const spoken = languageFor(model, language)
      const writing = await readWriting(model)
      if (familyTraits[model.family].streaming) {
        // The runtime has no asynchronous way for these: the engine's process stands still meanwhile.
        return createStreamRecogniser(new sherpa.OnlineRecognizer(onlineConfig(model)), {
          language: spoken,
          writing,
        })
      }
      const load = (vocabulary: string | null) =>
        sherpa.OfflineRecognizer.createAsync(offlineConfig(model, { language: spoken, vocabulary }))
      const { family } = model
      const table = hasTerms && takesHotwords(model) ? await readTokens(model) : null
      const made = table === null ? null : vocabularyOf(table)
      if (table === null || made === null) {
        return createSegmentRecogniser(await load(null), { family, writing })
      }
      const native = await withVocabulary(model, made, load)
      return createSegmentRecogniser(native, {
        ...{ family, writing },
        writeHotwords: createHotwords(table),
      })
    },

    createDetector(modelsDir) {
      const vad = new sherpa.Vad(
        {
          sileroVad: {
            model: join(modelsDir, voiceDetectorModel.folder, 'silero_vad.onnx'),
            threshold,
            // As short as possible: the segmenter builds turns from the decision on each window.
            minSilenceDuration: 0.001,
            minSpeechDuration: 0.001,
            windowSize: segmenterDefaults.window,
            // Past this limit the detector would raise the threshold.
            maxSpeechDuration: 10_000,
          },
          sampleRate,
          numThreads: 1,
          provider: 'cpu',
          debug: 0,
        },
        60,
      )
      // From now on each of our windows completes one of the detector's.
      vad.acceptWaveform(new Float32Array(context))
      let run = 0
      return {
        accept(window) {
          vad.acceptWaveform(window)
          const voice = vad.isDetected()
          run = voice ? run + 1 : 0
          if (run >= longestRun) {
            vad.flush()
            run = 0
          }
          // The segments that the detector cuts out are not used and would accumulate.
          while (!vad.isEmpty()) vad.pop()
          return voice
        },
      }
    },
  }
}

/**
 * Runs a load with the vocabulary of a model: its own file, or one that is made for the time of the
 * load, because most models have none.
 */
async function withVocabulary<T>(
  model: EngineModel,
  made: string,
  load: (vocabulary: string) => Promise<T>,
): Promise<T> {
  const own = model.files['bpe']
  if (own !== undefined) return load(join(model.folder, own))
  const folder = await mkdtemp(join(tmpdir(), 'parley-vocabulary-'))
  try {
    const path = join(folder, 'bpe.vocab')
    await writeFile(path, made)
    return await load(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
