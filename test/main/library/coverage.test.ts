import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverage } from '../../../main/library/coverage'
import type { Gap } from '../../../common/model'

let ids = 0
const gap = (startMs: number, endMs: number, over: Partial<Gap> = {}): Gap => ({
  id: `g${(ids += 1)}`,
  source: 'microphone',
  startMs,
  endMs,
  reason: 'network',
  sound: true,
  filled: false,
  ...over,
})
const microphone = (ms: number) => ({ source: 'microphone' as const, samples: ms * 16 })
const system = (ms: number) => ({ source: 'system' as const, samples: ms * 16 })
const minute = 60_000

describe('the coverage of a meeting', () => {
  it('is complete if no gap is open', () => {
    const whole = { textPercent: 100, missingTextMs: 0, missingSoundMs: 0 }
    expect(coverage(minute, [microphone(minute)], [])).toEqual(whole)
    expect(coverage(minute, [microphone(minute)], [gap(1_000, 9_000, { filled: true })])).toEqual(
      whole,
    )
  })

  it('is never 100 % while a word may be missing', () => {
    const hours = 3_600_000 * 3
    expect(coverage(hours, [microphone(hours)], [gap(0, 40)])).toMatchObject({
      textPercent: 99,
      missingTextMs: 40,
    })
  })

  it('reports what was not recorded, which is no missing text', () => {
    const slept = gap(10_000, 40_000, { sound: false, reason: 'sleep' })
    expect(coverage(minute, [microphone(minute)], [slept, gap(0, 3_000)])).toEqual({
      textPercent: 90,
      missingTextMs: 3_000,
      missingSoundMs: 30_000,
    })
  })

  it('counts overlapping gaps once, and only those with audio', () => {
    const gaps = [gap(50_000, 58_000), gap(55_000, 70_000), gap(57_000, 59_000)]
    expect(coverage(minute, [microphone(minute)], gaps)).toMatchObject({
      textPercent: 83,
      missingTextMs: 10_000,
    })
  })

  it('notices a file that ends before the meeting', () => {
    expect(coverage(minute, [microphone(50_000)], [])).toMatchObject({
      textPercent: 100,
      missingSoundMs: 10_000,
    })
    expect(coverage(minute, [microphone(minute - 900)], []).missingSoundMs).toBe(0)
  })

  it('takes both sources together', () => {
    const gaps = [gap(0, 6_000), gap(3_000, 9_000, { source: 'system' })]
    expect(coverage(minute, [microphone(minute), system(minute)], gaps)).toEqual({
      textPercent: 90,
      missingTextMs: 9_000,
      missingSoundMs: 0,
    })
  })

  it('has no share without audio', () => {
    expect(coverage(minute, [], [gap(0, 5_000)]).textPercent).toBeNull()
    expect(coverage(minute, [microphone(0)], []).textPercent).toBeNull()
  })

  it('is 100 if and only if nothing is missing, whatever the gaps', () => {
    const gaps = fc.array(
      fc
        .record({
          at: fc.nat(70_000),
          ms: fc.nat(9_000),
          sound: fc.boolean(),
          filled: fc.boolean(),
        })
        .map(({ at, ms, ...rest }) => gap(at, at + ms, rest)),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(gaps, (some) => {
        const { textPercent, missingTextMs } = coverage(minute, [microphone(minute)], some)
        if (textPercent !== null) expect(textPercent === 100).toBe(missingTextMs === 0)
      }),
    )
  })
})
