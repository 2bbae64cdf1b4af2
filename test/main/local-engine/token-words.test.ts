import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsFromTokens } from '../../../main/local-engine/families/token-words'

const clip = (tokens: string[], timestamps: number[], more: object = {}) => ({
  tokens,
  timestamps,
  clipMs: 5_000,
  ...more,
})

test('tokens become words; a mark belongs to the word before and has no time of its own', () => {
  const words = wordsFromTokens(
    clip([' Al', 'pha', ',', ' be', 'ta', '.'], [0.4, 0.48, 0.5, 1, 1.2, 1.24], {
      durations: [0.08, 0.16, 0, 0.08, 0.24, 0],
      logProbs: [Math.log(0.9), Math.log(0.4), 0, Math.log(0.5), Math.log(0.5), Math.log(0.5)],
    }),
  )
  expect(words?.map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
    ['Alpha,', 400, 640],
    ['beta.', 1_000, 1_440],
  ])
  expect(words?.[0]?.confidence).toBeCloseTo(Math.cbrt(0.36), 5)
  expect(words?.[1]?.confidence).toBeCloseTo(0.5, 5)
})

test('scripts without spaces: each character is a word', () => {
  const words = wordsFromTokens(clip(['你', '好', '，', ' Parley', '吗'], [0, 0.2, 0.4, 0.6, 1]))
  expect(words?.map(({ text }) => text)).toEqual(['你', '好，', 'Parley', '吗'])
})

test('scores of a beam search are no confidence, and times that do not fit give no words', () => {
  const beam = wordsFromTokens(clip([' a', ' b'], [0, 1], { logProbs: [1.95, -4.02] }))
  expect(beam?.[0]?.confidence).toBeNull()
  expect(wordsFromTokens(clip([' a', ' b'], [0]))).toBeNull()
})

test('no letter is lost, words are in order and inside the clip, confidences are probabilities', () => {
  const token = fc.record({
    text: fc.constantFrom(' a', 'b', ' over', 'ly', '.', ',', ' ', '', "'s", ' 你', '好', ' 7'),
    at: fc.double({ min: -1, max: 8 }),
    long: fc.double({ min: 0, max: 1 }),
    log: fc.double({ min: -20, max: 0, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(token, { maxLength: 40 }), fc.boolean(), (list, full) => {
      const words = wordsFromTokens({
        tokens: list.map(({ text }) => text),
        timestamps: list.map(({ at }) => at),
        durations: full ? list.map(({ long }) => long) : undefined,
        logProbs: full ? list.map(({ log }) => log) : undefined,
        clipMs: 5_000,
      })!
      const plain = (text: string) => text.replace(/\s/g, '')
      expect(plain(words.map(({ text }) => text).join(''))).toBe(
        plain(list.map(({ text }) => text).join('')),
      )
      let last = 0
      for (const word of words) {
        expect(word.startMs).toBeGreaterThanOrEqual(last)
        expect(word.endMs).toBeGreaterThanOrEqual(word.startMs)
        expect(word.endMs).toBeLessThanOrEqual(5_000)
        last = word.startMs
        if (word.confidence === null) expect(full).toBe(false)
        else expect(word.confidence).toBeGreaterThanOrEqual(0)
        expect(word.confidence ?? 0).toBeLessThanOrEqual(1)
      }
    }),
  )
})
