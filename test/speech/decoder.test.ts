import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createToneDecoder } from './decoder'
import { resample } from './resample'
import { toneSpeech, type ToneWord } from './tones'
import { effort } from '../effort'

const rate = 16_000
const speech = (words: number, firstNumber = 0) =>
  toneSpeech({ words, firstNumber, sampleRate: rate })

function bytesOf(samples: Int16Array): Uint8Array {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
}

/** Decodes in portions of these sizes (in bytes, also odd ones), in a cycle. */
function decode(samples: Int16Array, portions: readonly number[] = [1_600]): ToneWord[] {
  const decoder = createToneDecoder(rate)
  const bytes = bytesOf(samples)
  const words: ToneWord[] = []
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = portions[turn % portions.length] ?? 1_600
    words.push(...decoder.push(bytes.subarray(at, at + size)))
    at += size
  }
  return [...words, ...decoder.flush()]
}

function map(samples: Int16Array, change: (value: number) => number): Int16Array {
  return samples.map((value) => Math.max(-32_768, Math.min(32_767, Math.round(change(value)))))
}

/** Deterministic noise, evenly spread over ±1. */
function noise(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 31 - 1
  }
}

/** Every word once, in order, each at most `withinMs` off. */
function expectWords(found: readonly ToneWord[], said: readonly ToneWord[], withinMs: number) {
  expect(found.map((word) => word.number)).toEqual(said.map((word) => word.number))
  for (const [index, word] of found.entries()) {
    expect(Math.abs(word.startMs - (said[index]?.startMs ?? NaN))).toBeLessThanOrEqual(withinMs)
    expect(Math.abs(word.endMs - (said[index]?.endMs ?? NaN))).toBeLessThanOrEqual(withinMs)
  }
}

describe('the tone decoder', () => {
  it('finds each of the thousand words once, at its time', () => {
    const said = speech(1_000)
    expectWords(decode(said.samples), said.words, 4)
  })

  it('works however the bytes are cut, odd bytes included', () => {
    const said = speech(12, 345)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1 }), (portions) => {
        expectWords(decode(said.samples, portions), said.words, 4)
      }),
      { numRuns: effort({ short: 10, long: 40 }) },
    )
  })

  it.each(effort({ short: [0.002, 1, 8], long: [0.002, 0.02, 0.3, 1, 2, 3.3, 8] }))(
    'works with a gain of %d',
    (gain) => {
      const said = speech(40, 480)
      expectWords(
        decode(map(said.samples, (value) => value * gain)),
        said.words,
        gain > 3.3 ? 20 : 6,
      )
    },
  )

  it.each(effort({ short: [15], long: [40, 25, 15] }))(
    'works with noise %d dB below the words',
    (decibels) => {
      const said = speech(120, 700)
      const random = noise(decibels)
      // A word has the mean power of two sines of half its level each.
      const power = ((0.3 * 32_767) / 2) ** 2
      const amplitude = Math.sqrt((3 * power) / 10 ** (decibels / 10))
      expectWords(
        decode(map(said.samples, (value) => value + random() * amplitude)),
        said.words,
        20,
      )
    },
  )

  it('hears nothing in noise alone', () => {
    const random = noise(7)
    const sound = new Int16Array(rate * 30).map(() => random() * 8_000)
    expect(decode(sound)).toEqual([])
  })

  it('hears the same words after 44.1 kHz, 48 kHz and back to 16 kHz', () => {
    const said = toneSpeech({ words: 15, firstNumber: 120, sampleRate: 44_100 })
    const heard = resample(resample(said.samples, 44_100, 48_000), 48_000, rate)
    expectWords(decode(heard), said.words, 6)
  })

  it('starts anywhere: half a word is no word, and the next ones keep their times', () => {
    const said = speech(8, 200)
    for (let offsetMs = 0; offsetMs < 1_600; offsetMs += 37) {
      const cut = said.samples.subarray((offsetMs * rate) / 1_000)
      const whole = said.words.filter((word) => word.startMs >= offsetMs)
      const found = decode(cut)
      // A word that lost less than a digit's tolerance at its start may still be read.
      const extra = found.length - whole.length
      expect(extra === 0 || extra === 1).toBe(true)
      if (extra === 1) {
        const begun = said.words.find((word) => word.number === found[0]?.number)
        expect(offsetMs - (begun?.startMs ?? 0)).toBeLessThanOrEqual(20)
      }
      expectWords(
        found.slice(extra),
        whole.map((word) => ({
          ...word,
          startMs: word.startMs - offsetMs,
          endMs: word.endMs - offsetMs,
        })),
        4,
      )
    }
  })

  it('reads no word from sound with a frame lost or doubled inside the word', () => {
    const said = speech(1, 317)
    const frame = 800
    const begin = (said.words[0]?.startMs ?? 0) * 16
    for (let at = begin + 160; at + frame < begin + 4_600; at += 320) {
      const before = Array.from(said.samples.subarray(0, at))
      const inside = Array.from(said.samples.subarray(at, at + frame))
      const after = Array.from(said.samples.subarray(at + frame))
      expect(decode(Int16Array.from([...before, ...after]))).toEqual([])
      expect(decode(Int16Array.from([...before, ...inside, ...inside, ...after]))).toEqual([])
    }
  })

  it('reports its position, the end of the last tone, and the digits so far', () => {
    const said = speech(1, 42)
    const decoder = createToneDecoder(rate)
    const start = said.words[0]?.startMs ?? 0
    decoder.push(bytesOf(said.samples.subarray(0, (start + 240) * 16)))
    expect(decoder.pending).toBe('04')
    expect(decoder.positionMs).toBe(start + 240)
    decoder.push(bytesOf(said.samples.subarray((start + 240) * 16)))
    expect(decoder.pending).toBe('')
    expect(Math.abs(decoder.voicedUntilMs - start - 300)).toBeLessThanOrEqual(6)
  })
})
