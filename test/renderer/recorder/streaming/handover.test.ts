import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { handover, type Spoken } from '../../../../renderer/recorder/streaming/handover'

const spoken = (...times: readonly (readonly [number, number])[]): Spoken[] =>
  times.map(([startMs, endMs]) => ({ startMs, endMs }))

describe('a handover', () => {
  it('after silence goes on a second before the end of the old session’s audio', () => {
    expect(handover([], 40_000, 60_000)).toEqual({ kept: 0, atMs: 59_000 })
  })

  it('never goes back into what is final', () => {
    expect(handover([], 59_700, 60_000)).toEqual({ kept: 0, atMs: 59_700 })
  })

  it('goes on in the widest gap of the last 3 s', () => {
    const words = spoken([50_000, 51_000], [56_000, 58_000], [58_150, 58_800], [58_900, 60_000])
    expect(handover(words, 49_000, 60_000)).toEqual({ kept: 2, atMs: 58_075 })
  })

  it('goes on in the last gap of those that are wide', () => {
    const words = spoken([57_500, 58_000], [58_500, 59_000], [59_250, 59_500], [59_500, 60_000])
    expect(handover(words, 49_000, 60_000)).toEqual({ kept: 2, atMs: 59_125 })
  })

  it('does not trust a word that the end may have cut in two', () => {
    const words = spoken([56_000, 59_000], [59_000, 59_900])
    expect(handover(words, 40_000, 60_000)).toEqual({ kept: 1, atMs: 59_000 })
  })

  it('counts the last word where there is silence after it', () => {
    const words = spoken([58_000, 58_500], [58_600, 59_100])
    expect(handover(words, 40_000, 60_000)).toEqual({ kept: 2, atMs: 59_200 })
  })

  it('leaves all to the new session where nothing but a beginning was heard', () => {
    expect(handover(spoken([59_700, 59_950]), 59_500, 60_000)).toEqual({ kept: 0, atMs: 59_600 })
  })

  it('goes on before a word that is longer than 3 s', () => {
    expect(handover(spoken([50_000, 59_900]), 40_000, 60_000)).toEqual({ kept: 0, atMs: 49_750 })
  })

  it('cuts no word and leaves none out, however the words are', () => {
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
        const { kept, atMs } = handover(words, 10_000, at + silence)
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
