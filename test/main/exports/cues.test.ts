import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { charactersOf } from '../../../main/exports/characters'
import { cueWords } from '../../../main/exports/cue-words'
import { cuesOf } from '../../../main/exports/cues'
import { anyTranscript, gapOf, said, transcriptOf } from './transcripts'

const cues = (...turns: Parameters<typeof said>[]) =>
  cuesOf(transcriptOf(turns.map((turn) => said(...turn))))

describe('cuesOf', () => {
  it('breaks between words into lines of at most 42 characters', () => {
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

  it('never stands through a pause', () => {
    const turn = said('before after', 0)
    turn.words[1] = { ...turn.words[1]!, startMs: 4_000, endMs: 4_300 }
    const shown = cuesOf(transcriptOf([{ ...turn, endMs: 4_300 }]))
    expect(shown).toMatchObject([
      { lines: ['before'], startMs: 0, endMs: 1_000 },
      { lines: ['after'], startMs: 4_000, endMs: 5_000 },
    ])
  })

  it('gives a short word a second where nobody else needs it', () => {
    expect(cues(['yes', 1_000], ['no', 1_600])).toMatchObject([
      { lines: ['yes'], startMs: 1_000, endMs: 1_600 },
      { lines: ['no'], startMs: 1_600, endMs: 2_600 },
    ])
  })

  it('lets people who talk at the same time follow one another', () => {
    const shown = cues(
      ['I was going to say something', 1_000],
      ['no wait', 1_500, { source: 'system' }],
    )
    expect(shown).toMatchObject([
      { speaker: 'Me', startMs: 1_000, endMs: 1_500 },
      { speaker: 'Others', startMs: 1_500 },
    ])
  })

  it('tells of a gap, for seven seconds at most', () => {
    const shown = cuesOf(transcriptOf([], [gapOf(10_000, 60_000, { filled: true })]))
    expect(shown).toMatchObject([{ speaker: null, startMs: 10_000, endMs: 17_000 }])
    expect(shown[0]?.lines.join(' ')).toBe(
      '[Filled in afterwards, 0:00:10 to 0:01:00: no connection]',
    )
  })

  it('keeps to its rules whatever engines give', () => {
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
            expect(charactersOf(line).length).toBeLessThanOrEqual(42)
          }
        }
      }),
      { numRuns: 300 },
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
  it('takes the time of each word where text and words agree in number', () => {
    const turn = { ...said('hello there sonny', 1_000), text: 'Hello there, Sonny.' }
    expect(cueWords(turn)).toEqual([
      { text: 'Hello', startMs: 1_000, endMs: 1_300 },
      { text: 'there,', startMs: 1_400, endMs: 1_700 },
      { text: 'Sonny.', startMs: 1_800, endMs: 2_100 },
    ])
  })

  it('goes by the share of the text where they do not', () => {
    const turn = { ...said('twenty five', 1_000), text: '25' }
    expect(cueWords(turn)).toEqual([{ text: '25', startMs: 1_000, endMs: 1_700 }])
    const silent = { ...said('ab cd', 1_000), words: [], endMs: 2_000 }
    expect(cueWords(silent)).toEqual([
      { text: 'ab', startMs: 1_000, endMs: 1_500 },
      { text: 'cd', startMs: 1_500, endMs: 2_000 },
    ])
  })

  it('cuts what no line can hold, between characters', () => {
    const long = '👩‍👩‍👧'.repeat(50)
    const turn = { ...said(long, 0), endMs: 1_000, words: [] }
    expect(cueWords(turn)).toEqual([
      { text: '👩‍👩‍👧'.repeat(42), startMs: 0, endMs: 840 },
      { text: '👩‍👩‍👧'.repeat(8), startMs: 840, endMs: 1_000 },
    ])
  })
})
