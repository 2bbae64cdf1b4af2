import { describe, expect, it } from 'vitest'
import type { Turn } from '../../../../../common/model'
import { speakerName } from '../../../../../common/speaker-name'
import { paletteOf, speakerColour } from '../../../../../renderer/window/transcript/model/speakers'
import {
  gapSentence,
  isDoubtful,
  splitPartial,
  wordAt,
  wordAtOffset,
  wordRanges,
  wordsOf,
  type TranscriptTurn,
} from '../../../../../renderer/window/transcript/model/turn-words'
import { gap, partial, rowsWithWords, turn } from '../../samples'

describe('the words of a partial', () => {
  it('are split into final words and words that may still change', () => {
    const said = partial(0, 'we move the third one')
    said.words.slice(0, 3).forEach((word) => (word.isFinal = true))
    expect(splitPartial(said)).toEqual({ firm: 'we move the', soft: 'third one' })
  })

  it('may all change without words, and are all final once each word is final', () => {
    expect(splitPartial({ ...partial(0, ''), text: 'hm' })).toEqual({ firm: '', soft: 'hm' })
    expect(splitPartial({ ...turn(0, 'all said'), isFinal: false })).toEqual({
      firm: 'all said',
      soft: '',
    })
  })
})

describe('where words are in the text', () => {
  const said = turn(0, 'that that Quick round', {
    startMs: 4000,
    text: 'That, that quick “round”.',
  })
  const texts = (of: TranscriptTurn) =>
    wordRanges(of).map((range) => range && of.text.slice(...range))

  it('is found in the formatted text, without the punctuation around', () => {
    expect(texts(said)).toEqual(['That', 'that', 'quick', 'round'])
    expect(wordRanges(said)[1]).toEqual([6, 10])
  })

  it('is found without spaces between words', () => {
    expect(texts(turn(0, '会议 开始', { text: '会议开始' }))).toEqual(['会议', '开始'])
  })

  it('is null if the text has another word, or the same word far away', () => {
    expect(texts(turn(0, 'one two three', { text: 'Something else' }))).toEqual([null, null, null])
    const far = `Hello ${'x'.repeat(60)} there one two`
    expect(texts(turn(0, 'hello there', { text: far }))).toEqual(['Hello', null])
  })

  it('is found for words that are still JSON', () => {
    const stored = { ...said, words: JSON.stringify(said.words) }
    expect(texts(stored)).toEqual(['That', 'that', 'quick', 'round'])
    expect(wordsOf(stored)).toBe(wordsOf(stored))
    expect(wordRanges({ ...said, words: null })).toEqual([])
  })

  it('is found for a time and for an offset of the text', () => {
    expect([3999, 4000, 4300, 4650, 60_000].map((ms) => wordAt(said, ms))).toEqual([-1, 0, 1, 2, 3])
    expect([0, 4, 6, 10, 24].map((offset) => wordAtOffset(said, offset))).toEqual([0, 0, 1, 1, 3])
  })
})

describe('a doubtful word', () => {
  it('has a low confidence; a word without a confidence is not doubtful', () => {
    const word = turn(0, 'Ghent').words[0]!
    expect([0.49, 0.5, null].map((confidence) => isDoubtful({ ...word, confidence }))).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('gaps', () => {
  it('shows how long, why, and whether the words were filled in', () => {
    expect(gapSentence(gap('g', { startMs: 0, endMs: 12_000 }, { filled: true }))).toBe(
      '12 s without network. The audio is safe; the words were filled in afterwards.',
    )
    expect(gapSentence(gap('g', { startMs: 0, endMs: 12_000 }))).toBe(
      '12 s without network. The audio is safe; the words are missing.',
    )
  })

  it('does not say that lost audio is safe', () => {
    for (const reason of ['device', 'recorder-restart'] as const) {
      expect(
        gapSentence(gap('g', { startMs: 0, endMs: 12_000 }, { reason, sound: false })),
      ).not.toContain('safe')
    }
  })
})

describe('speakers', () => {
  it('have a name and always the same colour', () => {
    expect(speakerName(turn(0, '', { speaker: 'C' }))).toBe('Speaker C')
    expect(speakerName(turn(0, '', { speaker: 'Dana' }))).toBe('Dana')
    expect(speakerName(turn(0, ''))).toBe('Me')
    const of = (changes: Partial<Turn>) => speakerColour(turn(0, '', changes), new Map())
    expect(['A', 'C', 'G'].map((speaker) => of({ speaker }))).toEqual(['--s1', '--s3', '--s1'])
    expect(of({ source: 'system' })).toBe('--s2')
  })

  it('with names get colours that nobody else has, in the order in which they speak', () => {
    const rows = (...speakers: (string | null)[]) =>
      rowsWithWords(speakers.map((speaker, order) => turn(order, 'word', { speaker })))
    const palette = paletteOf(rows('Tom', 'B', 'Dana', null, 'Tom'), new Map())
    expect([...palette]).toEqual([
      ['Tom', '--s3'],
      ['Dana', '--s4'],
    ])
    expect(paletteOf(rows('Tom', 'B', 'Dana', null), palette)).toBe(palette)
    expect(speakerColour(turn(0, '', { speaker: 'Dana' }), palette)).toBe('--s4')
    const many = paletteOf(
      rows(...Array.from({ length: 8 }, (_, index) => `Name ${index}`)),
      new Map(),
    )
    expect(new Set([...many.values()].slice(0, 6)).size).toBe(6)
    expect(many.size).toBe(8)
  })
})
