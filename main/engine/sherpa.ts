import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as SherpaModule from 'sherpa-onnx-node'
import type { OnDeviceModel } from '../../preload/model'
import { speechModels, voiceDetectorModel } from './catalogue'
import type { Recogniser } from './decode-queue'
import { segmenterDefaults } from './segmenter'
import type { VoiceDetector } from './session'

/** The native runtime behind the two interfaces that the engine knows. */
export interface Runtime {
  loadRecogniser(modelsDir: string, model: OnDeviceModel): Promise<Recogniser>
  createDetector(modelsDir: string): VoiceDetector
}

const sampleRate = 16_000
/** What Silero looks back on with each window. */
const context = 64
const threshold = 0.4
/** How long a run of voice the detector may hold on to before it is told to let go. */
const longestRun = 250

/** Loads the native library; throws where there is none for this kind of computer. */
export function loadRuntime(): Runtime {
  const sherpa = createRequire(import.meta.url)('sherpa-onnx-node') as typeof SherpaModule

  return {
    async loadRecogniser(modelsDir, model) {
      const folder = join(modelsDir, speechModels[model].folder)
      const recogniser = await sherpa.OfflineRecognizer.createAsync({
        featConfig: { sampleRate, featureDim: 80 },
        modelConfig: {
          moonshine: {
            encoder: join(folder, 'encoder_model.onnx'),
            mergedDecoder: join(folder, 'decoder_model_merged.onnx'),
          },
          tokens: join(folder, 'tokens.txt'),
          numThreads: 1,
          provider: 'cpu',
          debug: 0,
        },
      })
      return {
        async decode(samples) {
          const stream = recogniser.createStream()
          stream.acceptWaveform({ samples, sampleRate })
          // The synchronous call would hold up the sockets for hundreds of milliseconds.
          return (await recogniser.decodeAsync(stream)).text
        },
      }
    },

    createDetector(modelsDir) {
      const vad = new sherpa.Vad(
        {
          sileroVad: {
            model: join(modelsDir, voiceDetectorModel.folder, 'silero_vad.onnx'),
            threshold,
            // As short as it can be: each window's own decision, of which the segmenter makes turns.
            minSilenceDuration: 0.001,
            minSpeechDuration: 0.001,
            windowSize: segmenterDefaults.window,
            // Past its own limit the detector would raise the threshold by itself.
            maxSpeechDuration: 10_000,
          },
          sampleRate,
          numThreads: 1,
          provider: 'cpu',
          debug: 0,
        },
        60,
      )
      // From here on each window of ours completes one of the detector's.
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
          // The audio that it cuts out is not wanted, and would pile up.
          while (!vad.isEmpty()) vad.pop()
          return voice
        },
      }
    },
  }
}
