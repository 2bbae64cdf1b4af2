import { samplesToMs } from '../../common/time'
import { sampleRate } from '../../common/model'

/** Short enough to separate syllables, long enough for the lowest band. */
const frameSamples = 256
export const frameMs = samplesToMs(frameSamples)

/** Centre frequencies in Hz: the range of a voice, about a third of an octave each. */
const middles = [250, 350, 480, 650, 880, 1_150, 1_500, 1_950, 2_500, 3_200, 4_100, 5_300]
const quality = 4

/** The level of each band in each frame: `[band][frame]`, in dB of full scale. */
export type Bands = readonly Float32Array[]

/** The floor of 16-bit audio; gives silence a finite level. */
export const silenceDb = -100

/** Samples of -1 to 1 of little-endian s16. An incomplete one at the end is ignored. */
export function toFloats(pcm: Uint8Array): Float32Array {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength)
  const sound = new Float32Array(Math.floor(pcm.byteLength / Int16Array.BYTES_PER_ELEMENT))
  for (let index = 0; index < sound.length; index += 1) {
    sound[index] = view.getInt16(index * Int16Array.BYTES_PER_ELEMENT, true) / 32_768
  }
  return sound
}

/** Measures mono sound of 16 kHz. An incomplete frame at the end is ignored. */
export function measureBands(sound: Float32Array): Bands {
  const frames = Math.floor(sound.length / frameSamples)
  return middles.map((middle) => measureBand(sound, middle, frames))
}

/** Second-order band-pass (constant peak gain, audio EQ cookbook), measured per frame. */
function measureBand(sound: Float32Array, middle: number, frames: number): Float32Array {
  const angle = (2 * Math.PI * middle) / sampleRate
  const alpha = Math.sin(angle) / (2 * quality)
  const gain = alpha / (1 + alpha)
  const back1 = (2 * Math.cos(angle)) / (1 + alpha)
  const back2 = (1 - alpha) / (1 + alpha)
  let [in1, in2, out1, out2] = [0, 0, 0, 0]
  const levels = new Float32Array(frames)
  for (let frame = 0; frame < frames; frame += 1) {
    let sum = 0
    for (let index = frame * frameSamples; index < (frame + 1) * frameSamples; index += 1) {
      const value = sound[index] as number // index is within whole frames
      const out = gain * (value - in2) + back1 * out1 - back2 * out2
      in2 = in1
      in1 = value
      out2 = out1
      out1 = out
      sum += out * out
    }
    levels[frame] = Math.max(silenceDb, 10 * Math.log10(sum / frameSamples + 1e-12))
  }
  return levels
}
