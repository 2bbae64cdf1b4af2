import { describe, expect, it } from 'vitest'
import { createLiveness, livenessCheckMs } from '../../../main/recording/liveness'

/** Checks at the usual pace up to a time; the time at which a hang was found, or null. */
function checkUntil(liveness: ReturnType<typeof createLiveness>, fromMs: number, toMs: number) {
  for (let at = fromMs; at <= toMs; at += livenessCheckMs) if (liveness.hangs(at)) return at
  return null
}

describe('liveness', () => {
  it('finds a page that says nothing within three seconds, and not before two', () => {
    const liveness = createLiveness(0)
    liveness.heard(1_000)
    const found = checkUntil(liveness, livenessCheckMs, 10_000)
    expect(found).toBeGreaterThan(3_000)
    expect(found).toBeLessThanOrEqual(4_000)
  })

  it('is content with a page that speaks, however slowly', () => {
    const liveness = createLiveness(0)
    for (let at = 250; at < 60_000; at += 250) {
      if (at % 2_000 === 0) liveness.heard(at)
      expect(liveness.hangs(at)).toBe(false)
    }
  })

  it('gives the page its time anew after the whole app stood still', () => {
    const liveness = createLiveness(0)
    expect(liveness.hangs(250)).toBe(false)
    expect(liveness.hangs(20_250)).toBe(false)
    expect(checkUntil(liveness, 20_500, 30_000)).toBe(22_750)
  })

  it('still finds a hang where its checks are a little late each time', () => {
    const liveness = createLiveness(0)
    let at = 0
    while (!liveness.hangs(at) && at < 60_000) at += livenessCheckMs + 500
    expect(at).toBeLessThan(4_000)
  })
})
