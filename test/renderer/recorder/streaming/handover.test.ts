import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Range } from '../../../../common/time'
import { findHandover } from '../../../../renderer/recorder/streaming/handover'

const spoken = (...times: readonly (readonly [number, number])[]): Range[] =>
  times.map(([startMs, endMs]) => ({ startMs, endMs }))

describe('a handover', () => {
  it('after silence, is a second before the end of the old session’s sound', () => {
    expect(findHandover([], { startMs: 40_000, endMs: 60_000 })).toEqual({ kept: 0, atMs: 59_000 })
  })

  it('is never before the end of what is final', () => {
    expect(findHandover([], { startMs: 59_700, endMs: 60_000 })).toEqual({ kept: 0, atMs: 59_700 })
  })

  it('is in the widest gap of the last 3 s', () => {
    const words = spoken([50_000, 51_000], [56_000, 58_000], [58_150, 58_800], [58_900, 60_000])
    expect(findHandover(words, { startMs: 49_000, endMs: 60_000 })).toEqual({
      kept: 2,
      atMs: 58_075,
    })
  })

  it('is in the last of several wide gaps', () => {
    const words = spoken([57_500, 58_000], [58_500, 59_000], [59_250, 59_500], [59_500, 60_000])
    expect(findHandover(words, { startMs: 49_000, endMs: 60_000 })).toEqual({
      kept: 2,
      atMs: 59_125,
    })
  })

  it('does not count a word that the end may have cut in two', () => {
    const words = spoken([56_000, 59_000], [59_000, 59_900])
    expect(findHandover(words, { startMs: 40_000, endMs: 60_000 })).toEqual({
      kept: 1,
      atMs: 59_000,
    })
  })

  it('counts the last word if silence follows it', () => {
    const words = spoken([58_000, 58_500], [58_600, 59_100])
    expect(findHandover(words, { startMs: 40_000, endMs: 60_000 })).toEqual({
      kept: 2,
      atMs: 59_200,
    })
  })

  it('leaves everything to the new session if only the beginning of a word was heard', () => {
    expect(findHandover(spoken([59_700, 59_950]), { startMs: 59_500, endMs: 60_000 })).toEqual({
      kept: 0,
      atMs: 59_600,
    })
  })

  it('is before a word that is longer than 3 s', () => {
    expect(findHandover(spoken([50_000, 59_900]), { startMs: 40_000, endMs: 60_000 })).toEqual({
      kept: 0,
      atMs: 49_750,
    })
  })

  it('cuts no word and omits none, for any words', () => {
    const lengths = fc.array(
      fc.tuple(fc.integer({ max: 600, min: 0 }), fc.integer({ min: 60, max: 900 })),
    )
    fc.assert(
      fc.property(lengths, fc.integer({ min: 0, max: 2_000 }), (said, silence) => {
        let at = 10_000
        const words = said.map(([gap, length]) => {
          const startMs = at + gap
          at = startMs + length
          return { startMs, endMs: at }
        })
        const { kept, atMs } = findHandover(words, { startMs: 10_000, endMs: at + silence })
        for (const [index, { startMs, endMs }] of words.entries()) {
          if (index < kept) expect(endMs).toBeLessThanOrEqual(atMs)
          else expect(startMs).toBeGreaterThanOrEqual(atMs)
        }
        expect(atMs).toBeGreaterThanOrEqual(10_000)
        expect(atMs).toBeLessThanOrEqual(at + silence)
      }),
    )
  })
})
