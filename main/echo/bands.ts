import { sampleRate } from '../../preload/model'
import { bytesPerSample } from '../library/wav-header'

/** Short enough to tell syllables apart, long enough for the lowest band. */
const frameSamples = 256
export const frameMs = (frameSamples / sampleRate) * 1_000

/** The middles of the bands, in Hz: where a voice is, about a third of an octave each. */
const middles = [250, 350, 480, 650, 880, 1_150, 1_500, 1_950, 2_500, 3_200, 4_100, 5_300]
const quality = 4
export const bandCount = middles.length

/** How loud each band is in each frame of a sound: `[band][frame]`, in dB of full scale. */
export type Bands = readonly Float32Array[]

/** Where 16 bits end, and so that silence has a number. */
export const silenceDb = -100

/** Measures s16 at 16 kHz, mono, little-endian. A part of a frame at the end is left out. */
export function measureBands(pcm: Uint8Array): Bands {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength)
  const frames = Math.floor(pcm.byteLength / bytesPerSample / frameSamples)
  const sound = new Float32Array(frames * frameSamples)
  for (let index = 0; index < sound.length; index += 1) {
    sound[index] = view.getInt16(index * bytesPerSample, true) / 32_768
  }
  return middles.map((middle) => measureBand(sound, middle, frames))
}

/** A band-pass of second order (the constant-peak one of the audio EQ cookbook), frame by frame. */
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
