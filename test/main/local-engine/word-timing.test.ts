import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitWords, spreadWords, stableCount } from '../../../main/local-engine/word-timing'

test('words share the voiced time by their length', () => {
  const [a, b] = spreadWords(['it', 'consideration'], [{ start: 16_000, end: 48_000 }], 16)
  expect(a!.startMs).toBe(1_000)
  expect(b!.endMs).toBe(3_000)
  expect(b!.startMs).toBe(a!.endMs)
  expect(b!.endMs - b!.startMs).toBeGreaterThan(3 * (a!.endMs - a!.startMs))
})

test('no word crosses a pause', () => {
  const spans = [
    { start: 0, end: 16_000 },
    { start: 32_000, end: 48_000 },
  ]
  for (const word of spreadWords(['one', 'two', 'three'], spans, 16)) {
    expect(word.endMs <= 1_000 || word.startMs >= 2_000).toBe(true)
  }
})

test('times never go backwards, and stay inside the voiced time', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 8 })
  const texts = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 40 })
  fc.assert(
    fc.property(lengths, texts, (voiced, words) => {
      let at = 0
      const spans = voiced.map((length) => {
        const start = at + 3_000
        at = start + length
        return { start, end: at }
      })
      let previous = spans[0]!.start / 16
      for (const word of spreadWords(words, spans, 16)) {
        expect(word.startMs).toBeGreaterThanOrEqual(previous - 1)
        expect(word.endMs).toBeGreaterThanOrEqual(word.startMs)
        expect(word.endMs).toBeLessThanOrEqual(Math.ceil(at / 16))
        previous = word.endMs
      }
    }),
  )
})

test('a word is stable if it was in the previous partial and is not the last', () => {
  expect(stableCount(['ask', 'not', 'wha'], ['ask', 'not', 'what', 'your'])).toBe(2)
  expect(stableCount(['ask', 'not'], ['ask', 'not'])).toBe(1)
  expect(stableCount([], ['ask'])).toBe(0)
  expect(stableCount(['Task'], ['Ask', 'not'])).toBe(0)
})

test('text is split at any white space', () => {
  expect(splitWords('  And so,\n my  ')).toEqual(['And', 'so,', 'my'])
  expect(splitWords(' ')).toEqual([])
})
