import { describe, expect, it } from 'vitest'
import { repeatsWords, hasWordsBeside } from '../../../main/echo/text-match'
import type { Turn } from '../../../common/model'
import { said } from '../exports/transcripts'

const theirs = (text: string, startMs = 10_000, over: Partial<Turn> = {}) =>
  said(text, startMs, { source: 'system', ...over })
const mine = (text: string, startMs = 10_000) => said(text, startMs)

const sentence = 'If the reader will excuse me, I will say nothing of my antecedents.'

describe('words that repeat the system', () => {
  it.each([
    ['the same', sentence],
    ['written otherwise', 'if the READER will excuse me i will say nothing of my antecedents'],
    ['misheard a little', 'If the readers will excuse me. I will save nothing of my ancedents'],
    ['some not understood', 'If the reader excuse me I say nothing of antecedents'],
    [
      'three misheard in a row',
      'If the reader bill egg juice I will say nothing of my antecedents',
    ],
  ])('%s', (_what, text) => {
    expect(repeatsWords(mine(text, 10_080), [theirs(sentence)])).toBe(true)
  })

  it('are found in several turns, also in one that is not final yet', () => {
    const system = [
      theirs('nothing of my antecedents.', 12_800, { isFinal: false }),
      theirs('If the reader will excuse me, I will say'),
    ]
    expect(repeatsWords(mine(sentence, 10_200), system)).toBe(true)
  })

  it.each([
    ['other words', 'No, let us talk about the budget of next year, please, everyone.'],
    ['own words at the end', `${sentence} but why would you not do so`],
    [
      'the same words in another order',
      'antecedents my of nothing say will I me excuse will reader',
    ],
    ['nothing', ''],
  ])('are not %s', (_what, text) => {
    expect(repeatsWords(mine(text), [theirs(sentence)])).toBe(false)
  })

  it('are not words of another time', () => {
    expect(repeatsWords(mine(sentence, 13_500), [theirs(sentence)])).toBe(false)
    expect(repeatsWords(mine(sentence, 12_500), [theirs(sentence)])).toBe(true)
  })

  it('are compared in every script', () => {
    expect(repeatsWords(mine('Привет, как дела?'), [theirs('привет как дела')])).toBe(true)
    expect(repeatsWords(mine('今日は、 元気 ですか'), [theirs('今日は 元気 ですか。')])).toBe(true)
    expect(repeatsWords(mine('今日は 元気 ですか'), [theirs('明日の 会議 いつ')])).toBe(false)
  })
})

describe('words besides the system’s', () => {
  it('need not be the same', () => {
    expect(hasWordsBeside(mine('a garble of what was'), [theirs('what was said here')])).toBe(true)
  })

  it('are none if a part of the system’s text is missing', () => {
    const long = mine('one two three four five six seven eight nine ten eleven twelve')
    expect(hasWordsBeside(long, [theirs('one two three four five six seven')])).toBe(true)
    expect(hasWordsBeside(long, [theirs('one two three')])).toBe(false)
    expect(hasWordsBeside(long, [theirs('one two three four five six', 4_000)])).toBe(false)
    expect(hasWordsBeside(long, [])).toBe(false)
    expect(hasWordsBeside(mine(''), [theirs('one')])).toBe(false)
  })
})
