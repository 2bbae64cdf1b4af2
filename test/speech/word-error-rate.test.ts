import { describe, expect, it } from 'vitest'
import { wordErrorRate } from './word-error-rate'

describe('the word error rate', () => {
  it.each([
    ['Ask not, what.', 'ask not what', 0],
    ['a b c d', 'a x c d', 0.25],
    ['a b c d', 'a c d', 0.25],
    ['a b c d', 'a b b c d', 0.25],
    ['a b c d', '', 1],
    ['a b', 'c d e', 1.5],
    ['a b c d', 'd a b c', 0.5],
  ])('of %j heard as %j is %d', (reference, heard, rate) => {
    expect(wordErrorRate(reference, heard)).toBe(rate)
  })
})
