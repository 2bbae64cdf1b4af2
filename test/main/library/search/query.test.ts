import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf } from '../../../../main/library/search/excerpt'
import { foundIn, matchExpression, parseQuery } from '../../../../main/library/search/query'
import { rangesOf } from '../../../../main/library/search/ranges'
import {
  fold,
  foldedWords,
  indexed,
  indexedKey,
} from '../../../../main/library/search/search-words'

const marked = (text: string, query: string) =>
  foundIn(text, parseQuery(query)).map(([start, end]) => text.slice(start, end))

describe('words', () => {
  it('are compared without case, accents and width', () => {
    for (const [written, typed] of [
      ['Café', 'cafe'],
      ['CAFÉ', 'cafe\u0301'],
      ['Straße', 'STRASSE'],
      ['Ærøskøbing', 'aeroskobing'],
      ['Łódź', 'lodz'],
      ['İstanbul', 'istanbul'],
      ['ΣΊΣΥΦΟΣ', 'σισυφος'],
      ['ёлка', 'елка'],
      ['שָׁלוֹם', 'שלום'],
      ['ＡＢＣ１２３', 'abc123'],
      ['ﬁnal', 'final'],
    ] as const) {
      expect(fold(written), written).toBe(fold(typed))
    }
    expect(fold('が')).not.toBe(fold('か'))
  })

  it('have their places in the text', () => {
    const text = '😀 Don’t, naïve: 会議は 3.5 %'
    expect(foldedWords(text).map(({ word, start, end }) => [word, text.slice(start, end)])).toEqual(
      [
        ['don', 'Don'],
        ['t', 't'],
        ['naive', 'naïve'],
        ['会', '会'],
        ['議', '議'],
        ['は', 'は'],
        ['3', '3'],
        ['5', '5'],
      ],
    )
  })

  it('are, for any text, in order, inside it, and equal to the index', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const words = foldedWords(text)
        let last = 0
        for (const { word, start, end } of words) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(word).toMatch(/^[^\s"]+$/)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
        expect(indexed(text)).toBe(words.map(({ word }) => word).join(' '))
      }),
    )
  })

  it('of a speaker’s name are one word', () => {
    expect(indexedKey('system/Dana "O\'Neil"')).toMatch(/^[^\s'"/]+$/)
    expect(indexedKey('system')).not.toBe(indexedKey('system/A'))
  })
})

describe('a query', () => {
  it('matches words by their beginning, and quoted text as it is', () => {
    expect(parseQuery('bud "travel line" "cost')).toEqual([
      { words: ['bud'], prefix: true },
      { words: ['travel', 'line'], prefix: false },
      { words: ['cost'], prefix: true },
    ])
    expect(parseQuery('„travel line“')).toEqual([{ words: ['travel', 'line'], prefix: false }])
    expect(matchExpression(parseQuery('bud "travel line"'), ['microphone/A', '+0'])).toBe(
      'text : "bud" * AND text : "travel line" AND speaker : ("microphone\u2060a" OR "\u20600")',
    )
    expect(matchExpression(parseQuery('bud'), [])).toBeNull()
  })

  it('of punctuation only finds nothing', () => {
    for (const text of ['', '  ', '"', '""', '* & (', '-', '😀']) {
      expect(parseQuery(text), text).toEqual([])
    }
    expect(matchExpression([], null)).toBeNull()
  })

  it('marks its matches in the text as it was written', () => {
    expect(marked('The Café, the cafés and a decaf', 'cafe')).toEqual(['Café', 'cafés'])
    expect(marked('the travel line, the line of travel', '"travel line"')).toEqual(['travel line'])
    expect(marked('I don’t know', "don't")).toEqual(['don’t'])
    expect(marked('今日の会議は長い', '会議')).toEqual(['会議'])
    expect(marked('one two three', 'three one')).toEqual(['one', 'three'])
    expect(marked('a b c', '"a b" "b c"')).toEqual(['a b c'])
  })
})

describe('an excerpt', () => {
  it('is the text itself if it is short', () => {
    expect(excerptOf('short', [[0, 5]])).toEqual({ text: 'short', marks: [[0, 5]] })
  })

  it('shows the first match, cut between words, and marks the same words', () => {
    const text = `${'before '.repeat(40)}needle ${'after '.repeat(60)}needle`
    const excerpt = excerptOf(text, foundIn(text, parseQuery('needle')))
    expect(excerpt.text).toMatch(/^…before .* needle after .*after…$/)
    expect(excerpt.marks.map(([start, end]) => excerpt.text.slice(start, end))).toEqual(['needle'])
  })

  it('keeps every mark on its match, for any text', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 80 })
    fc.assert(
      fc.property(words, fc.nat(), (parts, pick) => {
        const text = parts.join(' ')
        const all = foldedWords(text)
        const one = all[pick % Math.max(1, all.length)]
        if (!one) return
        const found = foundIn(text, [{ words: [one.word], prefix: false }])
        const excerpt = excerptOf(text, found)
        expect(excerpt.marks.length).toBeGreaterThan(0)
        for (const [start, end] of excerpt.marks) {
          expect(start).toBeLessThan(end)
          const shown = foldedWords(excerpt.text.slice(start, end)).map(({ word }) => word)
          expect(shown).toContain(one.word)
        }
        // No character is cut in half.
        expect(excerpt.text).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })
})

describe('ranges of meetings', () => {
  it('join neighbours and skip what does not fit', () => {
    const matches = new Map([9, 8, 5].map((number) => [number, 'a']))
    const meetings = [9, 8, 6, 5, 4, 2].map((number) => ({
      number,
      match: number === 6 ? null : (matches.get(number) ?? 'b'),
    }))
    expect(rangesOf(meetings)).toEqual([
      { first: 8, last: 9, match: 'a' },
      { first: 5, last: 5, match: 'a' },
      { first: 2, last: 4, match: 'b' },
    ])
    expect(rangesOf([])).toEqual([])
  })
})
