import { createGoertzel } from './goertzel'
import { columnTones, digitGapMs, digitMs, keypad, rowTones, wordMs, type ToneWord } from './tones'

/**
 * Reads tone-coded words from s16 audio as it arrives. A word counts only if its three digits have the
 * right lengths and distances, so that lost or doubled sound is never read as a word.
 */
export interface ToneDecoder {
  /** Takes little-endian s16 bytes in any portions. Returns the words that they complete. */
  push(bytes: Uint8Array): ToneWord[]
  /** Ends the sound, as silence would. Returns the word that this completes. */
  flush(): ToneWord[]
  /** How much sound has arrived, in ms. */
  readonly positionMs: number
  /** The end of the last tone, in ms; 0 before the first. */
  readonly voicedUntilMs: number
  /** The digits of a word that is still being said: '', '0', '01' … */
  readonly pending: string
}

interface Digit {
  readonly startMs: number
  readonly endMs: number
  /** null if length or tones match no digit. */
  readonly value: string | null
}

interface Run {
  readonly startMs: number
  endMs: number
  readonly votes: Map<string, number>
}

const hopMs = 2
const windowMs = 16
/** Shares of the window's energy in one row and one column tone; half a window of tone has 0.5. */
const tonalOn = 0.5
const tonalOff = 0.4
/** Tones and holes up to this length count as noise. */
const shortestRunMs = 20
const longestHoleMs = 6
const toleranceMs = 18
const groupEndMs = digitGapMs + toleranceMs
/** The mean power below which a window counts as silent: about -75 dBFS. */
const silencePower = 3e-8

/** A decoder for one stream of sound. */
export function createToneDecoder(sampleRate = 16_000): ToneDecoder {
  const size = Math.round((sampleRate * windowMs) / 1_000)
  const hop = Math.round((sampleRate * hopMs) / 1_000)
  const goertzel = createGoertzel([...rowTones, ...columnTones], sampleRate, size)
  const window = new Float32Array(size)
  let inHop = 0
  let samples = 0
  let carry: number | null = null
  let run: Run | null = null
  let group: Digit[] = []
  let voicedUntilMs = 0

  function closeRun(finished: Run): void {
    run = null
    const length = finished.endMs - finished.startMs
    if (length < shortestRunMs) return
    const [best] = [...finished.votes.entries()].sort((a, b) => b[1] - a[1])
    const fits = Math.abs(length - digitMs) <= toleranceMs
    group.push({
      startMs: finished.startMs,
      endMs: finished.endMs,
      value: fits ? (best?.[0] ?? null) : null,
    })
  }

  function closeGroup(): ToneWord[] {
    const digits = group
    group = []
    const word = wordOf(digits)
    return word ? [word] : []
  }

  /** Examines the window that ends `endMs` after the first sample. */
  function look(endMs: number): ToneWord[] {
    const centreMs = endMs - windowMs / 2
    const heard = listen(window, goertzel)
    const on = heard.tonal >= (run ? tonalOff : tonalOn)
    if (on) {
      run ??= { startMs: centreMs - hopMs / 2, endMs: centreMs, votes: new Map() }
      run.endMs = centreMs + hopMs / 2
      if (heard.digit !== null) run.votes.set(heard.digit, (run.votes.get(heard.digit) ?? 0) + 1)
      if (run.endMs - run.startMs >= shortestRunMs) voicedUntilMs = Math.max(0, run.endMs)
    } else if (run && centreMs - run.endMs > longestHoleMs) {
      closeRun(run)
    }
    const last = group.at(-1)
    return last && !run && centreMs - last.endMs > groupEndMs ? closeGroup() : []
  }

  function take(value: number): ToneWord[] {
    window[size - hop + inHop] = value / 32_768
    samples += 1
    inHop += 1
    if (inHop < hop) return []
    inHop = 0
    const words = look((samples * 1_000) / sampleRate)
    window.copyWithin(0, hop)
    return words
  }

  return {
    push(bytes) {
      const words: ToneWord[] = []
      let at = 0
      if (carry !== null && bytes.length > 0) {
        words.push(...take(int16(carry, bytes[0] ?? 0)))
        carry = null
        at = 1
      }
      for (; at + 1 < bytes.length; at += 2) {
        words.push(...take(int16(bytes[at] ?? 0, bytes[at + 1] ?? 0)))
      }
      if (at < bytes.length) carry = bytes[at] ?? 0
      return words
    },
    flush() {
      const words: ToneWord[] = []
      const heard = samples
      const silence = Math.ceil((sampleRate * (groupEndMs + 3 * windowMs)) / 1_000)
      for (let index = 0; index < silence; index += 1) words.push(...take(0))
      samples = heard
      return words
    },
    get positionMs() {
      return (samples * 1_000) / sampleRate
    },
    get voicedUntilMs() {
      return voicedUntilMs
    },
    get pending() {
      return group.map((digit) => digit.value ?? '').join('')
    },
  }
}

function int16(low: number, high: number): number {
  return ((high << 24) >> 16) | low
}

/** The share of a window that is DTMF, and its digit. */
function listen(
  window: Float32Array,
  powers: (window: Float32Array) => Float64Array,
): { tonal: number; digit: string | null } {
  let energy = 0
  for (const value of window) energy += value * value
  if (energy / window.length < silencePower) return { tonal: 0, digit: null }
  const found = powers(window)
  const row = strongest(found, 0, rowTones.length)
  const column = strongest(found, rowTones.length, found.length)
  const power = (found[row] ?? 0) + (found[column] ?? 0)
  const digit = keypad[row]?.[column - rowTones.length] ?? null
  return {
    tonal: (2 * power) / (window.length * energy),
    digit: digit === null ? null : String(digit),
  }
}

function strongest(powers: Float64Array, from: number, to: number): number {
  let best = from
  for (let index = from + 1; index < to; index += 1) {
    if ((powers[index] ?? 0) > (powers[best] ?? 0)) best = index
  }
  return best
}

function wordOf(digits: readonly Digit[]): ToneWord | null {
  const [first, second, third] = digits
  if (digits.length !== 3 || !first || !second || !third) return null
  const code = `${first.value ?? 'x'}${second.value ?? 'x'}${third.value ?? 'x'}`
  const right =
    /^\d{3}$/.test(code) &&
    near(second.startMs - first.startMs, digitMs + digitGapMs) &&
    near(third.startMs - second.startMs, digitMs + digitGapMs) &&
    near(third.endMs - first.startMs, wordMs)
  if (!right) return null
  const startMs = Math.max(0, Math.round(first.startMs))
  return { number: Number(code), startMs, endMs: Math.round(third.endMs) }
}

function near(value: number, wanted: number): boolean {
  return Math.abs(value - wanted) <= toleranceMs
}
