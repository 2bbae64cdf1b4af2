/** Sounds of 16 kHz in which nobody says a word, -1 to 1. */

export const rate = 16_000

type Random = () => number

/** The same numbers each time, -1 to 1. */
function numbers(): Random {
  let state = 1
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 1_073_741_824 - 1
  }
}

/** A wave, a decay and a length: a key that is pressed or comes up again. */
function addClick(
  sound: Float32Array,
  { at, level }: { readonly at: number; readonly level: number },
  random: Random,
): void {
  const hertz = 1_500 + 900 * random()
  for (let n = 0; n < 800 && at + n < sound.length; n += 1) {
    const wave = random() + 0.6 * Math.sin((2 * Math.PI * hertz * n) / rate)
    sound[at + n] = (sound[at + n] as number) + level * Math.exp(-n / 90) * wave
  }
}

function keyboard(length: number): Float32Array {
  const random = numbers()
  const sound = Float32Array.from({ length }, () => 0.001 * random())
  for (let at = 0; at < length; at += Math.round(rate * (1.2 + random()))) {
    for (let keys = 10 + Math.round(8 * random()); keys > 0; keys -= 1) {
      const level = 0.12 + 0.08 * random()
      addClick(sound, { at, level }, random)
      const release = at + 1_600 + Math.round(400 * random())
      addClick(sound, { at: release, level: 0.4 * level }, random)
      at += Math.round(rate * (0.18 + 0.06 * random()))
    }
  }
  return sound
}

const chords = [
  [220, 261.6, 329.6],
  [174.6, 220, 261.6],
  [261.6, 329.6, 392],
  [196, 246.9, 293.7],
]
const melody = [440, 523, 587, 659, 523, 494, 440, 392]

function tone(hertz: number, seconds: number, overtones: number): number {
  let sum = 0
  for (let n = 1; n <= overtones; n += 1) sum += Math.sin(2 * Math.PI * hertz * n * seconds) / n
  return sum
}

/** Chords, a melody with vibrato, a bass drum and a snare, 120 beats a minute. */
function music(length: number): Float32Array {
  const random = numbers()
  return Float32Array.from({ length }, (_, at) => {
    const seconds = at / rate
    const beat = seconds % 0.5
    const chord = chords[Math.floor(seconds / 2) % chords.length] ?? []
    const note = melody[Math.floor(seconds * 4) % melody.length] ?? 440
    const vibrato = 1 + 0.006 * Math.sin(2 * Math.PI * 5.5 * seconds)
    const drum = 0.3 * Math.exp(-beat * 40) * Math.sin(2 * Math.PI * 60 * beat)
    const snare = beat > 0.25 ? 0.15 * Math.exp(-(beat - 0.25) * 30) * random() : 0
    const accord = chord.reduce((sum, hertz) => sum + tone(hertz, seconds, 5), 0)
    return 0.05 * accord + 0.06 * tone(note, seconds * vibrato, 7) + drum + snare
  })
}

/** In for 1.4 s and out for 1.8 s, close to the microphone. */
function breathing(length: number): Float32Array {
  const random = numbers()
  let [low, lower] = [0, 0]
  return Float32Array.from({ length }, (_, at) => {
    const seconds = (at / rate) % 4
    const isIn = seconds < 1.4
    const out =
      seconds > 1.8 && seconds < 3.6 ? 0.7 * Math.sin((Math.PI * (seconds - 1.8)) / 1.8) : 0
    const breath = isIn ? Math.sin((Math.PI * seconds) / 1.4) : out
    low += (isIn ? 0.45 : 0.25) * (random() - low)
    lower += 0.05 * (low - lower)
    return 0.25 * breath * (low - lower) + 0.0005 * random()
  })
}

/** A fan: deep noise and the hum of its motor. */
function noise(length: number): Float32Array {
  const random = numbers()
  let low = 0
  return Float32Array.from({ length }, (_, at) => {
    low = 0.9 * low + 0.1 * random()
    return 0.3 * low + 0.05 * Math.sin((2 * Math.PI * 120 * at) / rate) + 0.02 * random()
  })
}

/** Each kind of sound, of so many samples. */
export const noises = { noise, keyboard, music, breathing } as const
