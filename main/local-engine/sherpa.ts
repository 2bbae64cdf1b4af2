import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as SherpaModule from 'sherpa-onnx-node'
import { voiceDetectorModel } from './catalogue'
import type { AnyRecogniser } from './decode-queue'
import { familyTraits, type EngineModel } from './families/family'
import { languageFor, readWriting } from './families/recognise-folder'
import { offlineConfig, onlineConfig } from './families/recogniser-config'
import { createSegmentRecogniser } from './segment-recogniser'
import { createStreamRecogniser } from './stream-recogniser'
import { segmenterDefaults } from './segmenter'
import type { VoiceDetector } from './session'

/** Creates recognisers and voice detectors with the native runtime. */
export interface Runtime {
  /** `language` is a two-letter code, or null: the model finds it. The files must have been checked. */
  loadRecogniser(model: EngineModel, language: string | null): Promise<AnyRecogniser>
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
    async loadRecogniser(model, language) {
      const spoken = languageFor(model, language)
      const writing = await readWriting(model)
      if (familyTraits[model.family].streaming) {
        // The runtime has no asynchronous way for these: the engine's process stands still meanwhile.
        return createStreamRecogniser(new sherpa.OnlineRecognizer(onlineConfig(model)), {
          language: spoken,
          writing,
        })
      }
      const config = offlineConfig(model, { language: spoken })
      const native = await sherpa.OfflineRecognizer.createAsync(config)
      return createSegmentRecogniser(native, { family: model.family, writing })
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
