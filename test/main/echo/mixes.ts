/** Sounds of 16 kHz for tests of echo; -1 to 1. */

/** The same numbers each time, -1 to 1. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 1_073_741_824 - 1
  }
}

/** Something like a voice: syllables of noise with different resonances, and pauses. */
export function voice(seed: number, seconds: number): Float32Array {
  const random = numbers(seed)
  const sound = new Float32Array(seconds * 16_000)
  for (let at = 3_000; at < sound.length;) {
    const length = Math.round(2_400 + 800 * random())
    const formants = [600 + 300 * random(), 1_700 + 700 * random(), 3_000 + 600 * random()]
    for (const [index, hertz] of formants.entries()) {
      const back = 2 * 0.97 * Math.cos((2 * Math.PI * hertz) / 16_000)
      let [last, before] = [0, 0]
      for (let n = 0; n < length && at + n < sound.length; n += 1) {
        const value = random() * 0.02 + back * last - 0.97 ** 2 * before
        before = last
        last = value
        const rise = Math.sin((Math.PI * n) / length)
        sound[at + n] = (sound[at + n] as number) + (value * rise) / (index + 1)
      }
    }
    at += length + Math.round(1_500 + 1_400 * random()) + (random() > 0.7 ? 6_000 : 0)
  }
  return atLevel(sound, -24)
}

export function noise(seed: number, length: number, db: number): Float32Array {
  const random = numbers(seed)
  return atLevel(
    Float32Array.from({ length }, () => random()),
    db,
  )
}

function levelOf(sound: Float32Array): number {
  return 10 * Math.log10(sound.reduce((sum, value) => sum + value * value, 0) / sound.length)
}

export function louder(sound: Float32Array, db: number): Float32Array {
  return sound.map((value) => value * 10 ** (db / 20))
}

function atLevel(sound: Float32Array, db: number): Float32Array {
  return louder(sound, db - levelOf(sound))
}

/** Puts `sound` at a time in a longer silence, in ms; it is cut at the end. */
export function placed(sound: Float32Array, ms: number, length: number): Float32Array {
  const whole = new Float32Array(length)
  const at = Math.round(ms * 16)
  whole.set(sound.subarray(0, Math.max(0, length - at)), at)
  return whole
}

export function mixed(...sounds: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(0)] = sounds
  return first.map((_, at) => sounds.reduce((sum, sound) => sum + (sound[at] ?? 0), 0))
}

/** A small loudspeaker in a room with this reverberation time in s: no bass, distorted, reverberant. */
export function inRoom(sound: Float32Array, seconds: number): Float32Array {
  const random = numbers(7)
  const reflections = Array.from({ length: 120 }, () => {
    const after = ((random() + 1) / 2) * seconds
    return {
      samples: Math.round(after * 16_000),
      gain: random() * 0.25 * 10 ** ((-3 * after) / seconds),
    }
  })
  const heard = sound.map((value, at) =>
    reflections.reduce((sum, { samples, gain }) => sum + gain * (sound[at - samples] ?? 0), value),
  )
  let [bass, last] = [0, 0]
  const small = heard.map((value) => {
    bass = 0.89 * (bass + value - last)
    last = value
    return Math.tanh(2.5 * bass)
  })
  return atLevel(small, levelOf(sound))
}

export function pcmOf(sound: Float32Array): Uint8Array {
  const samples = Int16Array.from(sound, (value) =>
    Math.max(-32_768, Math.min(32_767, Math.round(value * 32_768))),
  )
  return new Uint8Array(samples.buffer)
}
