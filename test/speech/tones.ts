/**
 * Tone-coded speech: each word is a number from 0 to 999, said as three DTMF digits in 300 ms.
 * A machine can read what was said from any recording of it.
 */

export const digitMs = 84
export const digitGapMs = 24
export const wordMs = 3 * digitMs + 2 * digitGapMs

export const rowTones = [697, 770, 852, 941] as const
export const columnTones = [1209, 1336, 1477] as const

/** Rows and columns of a telephone's keypad; a key that is no digit is null. */
export const keypad: readonly (readonly (number | null)[])[] = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
  [null, 0, null],
]

/** A word and its times, in ms from the first sample. */
export interface ToneWord {
  readonly number: number
  readonly startMs: number
  readonly endMs: number
}

export interface ToneOptions {
  /** How many words are said. */
  readonly words: number
  /** The number of the first word; the next ones count up and start again after 999. */
  readonly firstNumber?: number
  readonly sampleRate?: number
  readonly startSilenceMs?: number
  readonly endSilenceMs?: number
  readonly wordGapMs?: number
  /** After this many words comes a pause long enough to end a turn. */
  readonly pauseEvery?: number
  readonly pauseMs?: number
  /** Peak of one word, 0 to 1 of full scale. */
  readonly level?: number
}

export interface ToneSpeech {
  readonly sampleRate: number
  readonly samples: Int16Array
  /** What is said, in order, with its true times. */
  readonly words: readonly ToneWord[]
}

/** Long enough to avoid a click, and too short to change the length of the digit. */
const rampMs = 2

/** The two frequencies of a digit from 0 to 9, in Hz. */
export function tonesOfDigit(digit: number): readonly [number, number] {
  const row = keypad.findIndex((keys) => keys.includes(digit))
  const column = keypad[row]?.indexOf(digit) ?? -1
  const low = rowTones[row]
  const high = columnTones[column]
  if (low === undefined || high === undefined) throw new Error(`${digit} is not a digit`)
  return [low, high]
}

/** How a word number is written in transcripts: 17 is `w017`. */
export function wordText(number: number): string {
  return `w${String(number).padStart(3, '0')}`
}

/** The numbers of the words in a transcript, in order, without half words. */
export function wordNumbers(text: string): number[] {
  return [...text.matchAll(/\bw(\d{3})\b/gi)].map((match) => Number(match[1]))
}

/** Says `words` words and returns the times of each. */
export function toneSpeech(options: ToneOptions): ToneSpeech {
  const {
    words: count,
    firstNumber = 0,
    sampleRate = 48_000,
    startSilenceMs = 500,
    endSilenceMs = 1_500,
    wordGapMs = 200,
    pauseEvery = 6,
    pauseMs = 1_000,
    level = 0.3,
  } = options
  const words: ToneWord[] = []
  let atMs = startSilenceMs
  for (let index = 0; index < count; index += 1) {
    words.push({ number: (firstNumber + index) % 1_000, startMs: atMs, endMs: atMs + wordMs })
    const last = index === count - 1
    const turnEnds = (index + 1) % pauseEvery === 0
    atMs += wordMs + (last ? 0 : turnEnds ? pauseMs : wordGapMs)
  }
  const samples = new Int16Array(Math.round(((atMs + endSilenceMs) * sampleRate) / 1_000))
  for (const { number, startMs } of words) {
    for (const [place, digit] of Array.from(String(number).padStart(3, '0')).entries()) {
      const fromMs = startMs + place * (digitMs + digitGapMs)
      const first = Math.round((fromMs * sampleRate) / 1_000)
      samples.set(digitTone(Number(digit), sampleRate, level), first)
    }
  }
  return { sampleRate, samples, words }
}

function digitTone(digit: number, sampleRate: number, level: number): Int16Array {
  const [low, high] = tonesOfDigit(digit)
  const length = Math.round((digitMs * sampleRate) / 1_000)
  const ramp = (rampMs * sampleRate) / 1_000
  return Int16Array.from({ length }, (_, index) => {
    const edge = Math.min(1, (index + 1) / ramp, (length - index) / ramp)
    const phase = (2 * Math.PI * index) / sampleRate
    const value = (Math.sin(low * phase) + Math.sin(high * phase)) / 2
    return Math.round(value * edge * level * 32_767)
  })
}
