import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../../main/exports/characters'
import { cueWords } from '../../../main/exports/cue-words'
import { cuesOf } from '../../../main/exports/cues'
import { anyTranscript, gapOf, said, transcriptOf } from './transcripts'
import { effort } from '../../effort'

const cues = (...turns: Parameters<typeof said>[]) =>
  cuesOf(transcriptOf(turns.map((turn) => said(...turn))))

describe('cuesOf', () => {
  it('breaks between words into lines of at most 42 columns', () => {
    const [first, second] = cues([
      'the quick brown fox jumps over the lazy dog and then does it all again until it is tired',
      1_000,
    ])
    expect(first?.lines).toEqual([
      'the quick brown fox jumps over the lazy',
      'dog and then does it all again until it',
    ])
    expect(first).toMatchObject({ startMs: 1_000, endMs: 7_700 })
    expect(second?.lines).toEqual(['is tired'])
  })

  it('does not stay through a pause', () => {
    const turn = said('before after', 0)
    turn.words[1] = { ...turn.words[1]!, startMs: 4_000, endMs: 4_300 }
    const shown = cuesOf(transcriptOf([{ ...turn, endMs: 4_300 }]))
    expect(shown).toMatchObject([
      { lines: ['before'], startMs: 0, endMs: 833 },
      { lines: ['after'], startMs: 4_000, endMs: 4_833 },
    ])
  })

  it('keeps short turns of one person in one readable cue', () => {
    expect(cues(['yes', 1_000], ['no', 1_600])).toMatchObject([
      { lines: ['yes no'], startMs: 1_000, endMs: 1_900 },
    ])
    expect(cues(['yes', 1_000], ['no', 1_900])).toMatchObject([
      { lines: ['yes'], startMs: 1_000, endMs: 1_833 },
      { lines: ['no'], startMs: 1_900, endMs: 2_733 },
    ])
  })

  it('shows two people who talk at once in one cue, with a dash for each', () => {
    const shown = cues(
      ['I was going to say something', 1_000],
      ['no wait', 1_500, { source: 'system' }],
    )
    expect(shown).toMatchObject([
      {
        speakers: ['Me', 'Others'],
        lines: ['- I was going to say something', '- no wait'],
        startMs: 1_000,
      },
    ])
  })

  it('stays as long as a person needs to read it, if nobody speaks after it', () => {
    const turn = {
      ...said('a sentence that somebody says very fast indeed', 0),
      words: [],
      endMs: 900,
    }
    expect(cuesOf(transcriptOf([turn]))).toMatchObject([{ startMs: 0, endMs: 2_250 }])
  })

  it('breaks Chinese by columns, between words, and leaves no empty screen', () => {
    const text = '我们今天讨论第三季度的预算和新产品的发布计划，然后决定谁来负责客户支持。'.repeat(
      4,
    )
    const turn = { ...said('', 0), text, words: [], endMs: 30_000, language: 'zh' }
    const shown = cuesOf(transcriptOf([turn]))
    expect(shown.flatMap(({ lines }) => lines).join('')).toBe(text)
    for (const [index, { lines, startMs, endMs }] of shown.entries()) {
      for (const line of lines) {
        expect(columnsOf(line)).toBeLessThanOrEqual(42)
        expect(line).not.toMatch(/^[，。的]/)
      }
      expect(endMs - startMs).toBeLessThanOrEqual(7_000)
      const next = shown[index + 1]
      if (next) expect(next.startMs - endMs).toBeLessThanOrEqual(1)
    }
    const broken = shown.flatMap(({ lines }) => lines).join('|')
    expect(broken).not.toMatch(/季\|度|预\|算|客\|户/)
  })

  it('starts no line with a particle or a small letter in Japanese', () => {
    const text = 'わたしたちは今日の会議でプロジェクトについて話しました。'.repeat(5)
    const turn = { ...said('', 0), text, words: [], endMs: 40_000, language: 'ja' }
    const lines = cuesOf(transcriptOf([turn])).flatMap((cue) => cue.lines)
    expect(lines.join('')).toBe(text)
    expect(lines.length).toBeGreaterThan(4)
    for (const line of lines) expect(line).not.toMatch(/^[はのでがをにっゃゅょー。、]/)
  })

  it('shows a gap for at most seven seconds', () => {
    const shown = cuesOf(transcriptOf([], [gapOf(10_000, 60_000, { filled: true })]))
    expect(shown).toMatchObject([{ speakers: [], startMs: 10_000, endMs: 17_000 }])
    expect(shown[0]?.lines.join(' ')).toBe(
      '[Filled in afterwards, 0:00:10 to 0:01:00: no connection]',
    )
  })

  it('keeps its rules for any transcript', () => {
    fc.assert(
      fc.property(anyTranscript, fc.boolean(), (transcript, named) => {
        const shown = cuesOf(transcript, (speaker) => (named ? `${speaker}:` : ''))
        let last = 0
        for (const { startMs, endMs, lines } of shown) {
          expect(Number.isInteger(startMs) && Number.isInteger(endMs)).toBe(true)
          expect(startMs).toBeGreaterThanOrEqual(last)
          expect(endMs).toBeGreaterThan(startMs)
          expect(endMs - startMs).toBeLessThanOrEqual(7_000)
          last = endMs
          expect(lines.length).toBeGreaterThan(0)
          expect(lines.length).toBeLessThanOrEqual(2)
          for (const line of lines) {
            expect(line).not.toBe('')
            expect(line).not.toMatch(/[\r\n\0]/)
            expect(columnsOf(line)).toBeLessThanOrEqual(42)
          }
        }
      }),
      { numRuns: effort({ short: 100, long: 300 }) },
    )
  })

  it('loses and doubles no word', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(words, fc.nat(40_000_000), (spoken, at) => {
        const shown = cuesOf(transcriptOf([said(spoken.join(' '), at)]))
        expect(shown.flatMap(({ lines }) => lines).join(' ')).toBe(spoken.join(' '))
      }),
    )
  })
})

describe('cueWords', () => {
  it('takes the time of each word if text and words agree in number', () => {
    const turn = { ...said('hello there sonny', 1_000), text: 'Hello there, Sonny.' }
    expect(cueWords(turn)).toEqual([
      { text: 'Hello', spaced: true, startMs: 1_000, endMs: 1_300 },
      { text: 'there,', spaced: true, startMs: 1_400, endMs: 1_700 },
      { text: 'Sonny.', spaced: true, startMs: 1_800, endMs: 2_100 },
    ])
  })

  it('shares the time by the length of the text if they do not agree', () => {
    const turn = { ...said('twenty five', 1_000), text: '25' }
    expect(cueWords(turn)).toEqual([{ text: '25', spaced: true, startMs: 1_000, endMs: 1_700 }])
    const silent = { ...said('ab cd', 1_000), words: [], endMs: 2_000 }
    expect(cueWords(silent)).toEqual([
      { text: 'ab', spaced: true, startMs: 1_000, endMs: 1_500 },
      { text: 'cd', spaced: true, startMs: 1_500, endMs: 2_000 },
    ])
  })

  it('cuts a word that no line can hold, between characters', () => {
    const long = '👩‍👩‍👧'.repeat(50)
    const turn = { ...said(long, 0), endMs: 1_000, words: [] }
    expect(cueWords(turn)).toEqual([
      { text: '👩‍👩‍👧'.repeat(21), spaced: true, startMs: 0, endMs: 420 },
      { text: '👩‍👩‍👧'.repeat(21), spaced: false, startMs: 420, endMs: 840 },
      { text: '👩‍👩‍👧'.repeat(8), spaced: false, startMs: 840, endMs: 1_000 },
    ])
  })
})
