/** Up to this, in units of 16 bits, there is nothing but the noise of a converter: -80 dBFS. */
const converterNoise = 3
/** What is twice as loud as the quietest of late, which is 6 dB, is a sound. */
const louder = 2
/** How fast the quietest may rise when a new noise stays, for each frame: 1 dB in 10 s. */
const rise = 10 ** (1 / 20 / 200)

/**
 * Creates a function that tells for each frame of s16 whether something sounds in it. It errs towards
 * sound, which only costs money: a word that can be understood is louder than the noise around it.
 */
export function createSoundDetector(): (pcm: ArrayBuffer) => boolean {
  let quietest = Infinity
  return (pcm) => {
    const loudness = rmsOf(new Int16Array(pcm))
    const isSound = loudness > Math.max(converterNoise, quietest * louder)
    quietest = Math.min(loudness, Math.max(converterNoise, quietest) * rise)
    return isSound
  }
}

function rmsOf(samples: Int16Array): number {
  let squares = 0
  for (const sample of samples) squares += sample * sample
  return samples.length === 0 ? 0 : Math.sqrt(squares / samples.length)
}
