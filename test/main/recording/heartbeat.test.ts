import { describe, expect, it } from 'vitest'
import {
  createHeartbeat,
  heartbeatCheckMs,
  type Heartbeat,
} from '../../../main/recording/heartbeat'

/** Checks regularly up to a time; returns the time at which a hang was found, or null. */
function checkUntil(heartbeat: Heartbeat, fromMs: number, toMs: number) {
  for (let at = fromMs; at <= toMs; at += heartbeatCheckMs) if (heartbeat.hangs(at)) return at
  return null
}

describe('the heartbeat', () => {
  it('finds a silent page within three seconds, and not before two', () => {
    const heartbeat = createHeartbeat(0)
    heartbeat.heard(1_000)
    const found = checkUntil(heartbeat, heartbeatCheckMs, 10_000)
    expect(found).toBeGreaterThan(3_000)
    expect(found).toBeLessThanOrEqual(4_000)
  })

  it('accepts a page that reports slowly', () => {
    const heartbeat = createHeartbeat(0)
    for (let at = 250; at < 60_000; at += 250) {
      if (at % 2_000 === 0) heartbeat.heard(at)
      expect(heartbeat.hangs(at)).toBe(false)
    }
  })

  it('gives the page its full time after the whole app was blocked', () => {
    const heartbeat = createHeartbeat(0)
    expect(heartbeat.hangs(250)).toBe(false)
    expect(heartbeat.hangs(20_250)).toBe(false)
    expect(checkUntil(heartbeat, 20_500, 30_000)).toBe(22_750)
  })

  it('gives the page more time while its worker reports, but not without end', () => {
    const heartbeat = createHeartbeat(0)
    let at = 0
    for (; at < 9_750; at += 250) {
      heartbeat.workerHeard(at)
      expect(heartbeat.hangs(at)).toBe(false)
    }
    heartbeat.workerHeard(at)
    expect(checkUntil(heartbeat, at, 20_000)).toBe(10_000)
  })

  it('finds a worker and a page that are both silent as soon as a silent page alone', () => {
    const heartbeat = createHeartbeat(0)
    heartbeat.workerHeard(1_000)
    heartbeat.heard(1_000)
    expect(checkUntil(heartbeat, 250, 10_000)).toBe(3_500)
  })

  it('still finds a hang if each check is a little late', () => {
    const heartbeat = createHeartbeat(0)
    let at = 0
    while (!heartbeat.hangs(at) && at < 60_000) at += heartbeatCheckMs + 500
    expect(at).toBeLessThan(4_000)
  })
})
