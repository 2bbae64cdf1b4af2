import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sessionLifeMs, planRotation } from '../../../../renderer/recorder/streaming/rotation-plan'

const now = 1_790_000_000_000

describe('the life of a session', () => {
  it('is what Begin says', () => {
    expect(sessionLifeMs(now / 1_000 + 10_798, now)).toBe(10_798_000)
    expect(sessionLifeMs(now / 1_000 + 58, now)).toBe(58_000)
  })

  it('is three hours if Begin does not say, or if it cannot be true', () => {
    expect(sessionLifeMs(null, now)).toBe(10_800_000)
    expect(sessionLifeMs(undefined, now)).toBe(10_800_000)
    // A clock that is five hours ahead, and one that is an hour behind.
    expect(sessionLifeMs(now / 1_000 - 7_200, now)).toBe(10_800_000)
    expect(sessionLifeMs(now / 1_000 + 14_400, now)).toBe(10_800_000)
  })
})

describe('the time for another session', () => {
  it('is in the last three minutes, and 20 s before the end at the latest', () => {
    expect(planRotation(10_798_000)).toEqual({ openMs: 10_618_000, latestMs: 10_778_000 })
  })

  it('is 20 s before the end even for the shortest session that a token can have', () => {
    expect(planRotation(58_000)).toEqual({ openMs: 23_500, latestMs: 38_000 })
  })

  it('leaves a session a third of its life, and the next one time before the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 15_000, max: 10_800_000 }), (life) => {
        const { openMs, latestMs } = planRotation(life)
        expect(openMs).toBeGreaterThanOrEqual(life * 0.35 - 1)
        expect(latestMs).toBeGreaterThan(openMs)
        expect(life - latestMs).toBeGreaterThanOrEqual(Math.min(20_000, life * 0.4) - 1)
      }),
    )
  })
})
