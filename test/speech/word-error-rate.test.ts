import { describe, expect, it } from 'vitest'
import { wordErrorRate, wordsOf } from './word-error-rate'

describe('wordsOf', () => {
  it('drops case and punctuation, and keeps letters of every script', () => {
    expect(wordsOf('And so, my fellow Americans:')).toEqual([
      'and',
      'so',
      'my',
      'fellow',
      'americans',
    ])
    expect(wordsOf('Don’t — we’re well-known')).toEqual(['dont', 'were', 'well', 'known'])
    expect(wordsOf('Größe, naïve; 12')).toEqual(['größe', 'naïve', '12'])
    expect(wordsOf(' … ')).toEqual([])
  })
})

describe('wordErrorRate', () => {
  const reference = 'ask not what your country can do'

  it('counts replaced, missing and added words over those of the reference', () => {
    expect(wordErrorRate(reference, 'Ask not what your country can do.')).toBe(0)
    expect(wordErrorRate(reference, 'ask not what our country can do')).toBeCloseTo(1 / 7)
    expect(wordErrorRate(reference, 'ask what your country can do')).toBeCloseTo(1 / 7)
    expect(wordErrorRate(reference, 'ask me not what your country can do')).toBeCloseTo(1 / 7)
    expect(wordErrorRate(reference, '')).toBe(1)
  })

  it('can be over one, and is null for an empty reference', () => {
    expect(wordErrorRate('yes', 'no no no')).toBe(3)
    expect(wordErrorRate('', 'words')).toBeNull()
  })
})
