import { bytesPerSample } from './wav-header'

/** What is known of the sound of one track: how long it is, and how loud it is over its length. */
export interface TrackLevels {
  /** Takes the next sound: little-endian s16 at 16 kHz. */
  add(pcm: Uint8Array): void
  readonly samples: number
  /** True if nobody can be heard: all of it is within -60 dB of full scale. */
  readonly silent: boolean
  /** The mean square of each 100 ms, 1 for full scale. */
  readonly powers: readonly number[]
}

const windowSamples = 1_600
/** -60 dB of full scale. */
const silentUpTo = 32

export function createTrackLevels(): TrackLevels {
  const powers: number[] = []
  let samples = 0
  let silent = true
  let energy = 0
  let inWindow = 0
  return {
    add: (pcm) => {
      const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength)
      for (let at = 0; at + 1 < pcm.length; at += bytesPerSample) {
        const value = view.getInt16(at, true)
        if (value > silentUpTo || value < -silentUpTo) silent = false
        energy += value * value
        inWindow += 1
        if (inWindow === windowSamples) {
          powers.push(energy / windowSamples / 32_768 ** 2)
          energy = 0
          inWindow = 0
        }
      }
      samples += Math.floor(pcm.length / bytesPerSample)
    },
    get samples() {
      return samples
    },
    get silent() {
      return silent
    },
    powers,
  }
}
