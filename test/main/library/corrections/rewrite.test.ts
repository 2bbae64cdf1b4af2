import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rewritten } from '../../../../main/library/corrections/rewrite'
import type { Word } from '../../../../common/model'

const turn = { startMs: 1_000, endMs: 5_000 }

/** Words of 400 ms with 100 ms between, from the start of the turn. */
function spokenWords(...texts: string[]): Word[] {
  return texts.map((text, index) => ({
    text,
    startMs: 1_000 + index * 500,
    endMs: 1_400 + index * 500,
    confidence: 0.5,
    isFinal: true,
    speaker: 'A',
  }))
}

const times = (words: readonly Word[]) =>
  words.map(({ text, startMs, endMs }) => `${text} ${startMs}-${endMs}`)

describe('edited words', () => {
  it('keep times, confidence and speaker of unchanged words', () => {
    const before = spokenWords('we', 'meet', 'in', 'Gent')
    const after = rewritten(before, 'we meet in Ghent', turn)
    expect(after.slice(0, 3)).toEqual(before.slice(0, 3))
    expect(after[3]).toEqual({ ...before[3], text: 'Ghent', confidence: null })
  })

  it('share the time of the replaced words, by their lengths', () => {
    const after = rewritten(spokenWords('a', 'cannot', 'b'), 'a can not b', turn)
    expect(times(after)).toEqual(['a 1000-1400', 'can 1500-1700', 'not 1700-1900', 'b 2000-2400'])
  })

  it('are between their neighbours if they are new', () => {
    const before = spokenWords('a', 'b')
    expect(times(rewritten(before, 'a x b', turn))).toEqual([
      'a 1000-1400',
      'x 1400-1500',
      'b 1500-1900',
    ])
    expect(times(rewritten(before, 'a b xx yy', turn)).slice(2)).toEqual([
      'xx 1900-3450',
      'yy 3450-5000',
    ])
    expect(times(rewritten([], 'all new', turn))).toEqual(['all 1000-3000', 'new 3000-5000'])
  })

  it('of scripts without spaces keep the time of each character', () => {
    const before = spokenWords('会議', 'です')
    expect(times(rewritten(before, '会議はです。', turn))).toEqual([
      '会 1000-1200',
      '議 1200-1400',
      'は 1400-1500',
      'で 1500-1700',
      'す。 1700-1900',
    ])
  })

  it('are those of the text, in order of time, and the same if nothing changed', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'dd', 'e.', '会議', '„x"'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(list, list, (said, written) => {
        const before = spokenWords(...said)
        const after = rewritten(before, written.join(' '), { startMs: 1_000, endMs: 9_000 })
        expect(after.map(({ text }) => text).join('')).toBe(written.join(''))
        for (const [index, word] of after.entries()) {
          expect(word.endMs).toBeGreaterThanOrEqual(word.startMs)
          expect(word.startMs).toBeGreaterThanOrEqual(after[index - 1]?.endMs ?? 1_000)
        }
        if (said.every((word) => word !== '会議')) {
          expect(rewritten(before, said.join('  '), turn)).toEqual(before)
        }
      }),
    )
  })
})
