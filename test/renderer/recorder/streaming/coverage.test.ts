import { describe, expect, it } from 'vitest'
import type { Turn } from '../../../../preload/model'
import { coveredUntil, heardMs } from '../../../../renderer/recorder/streaming/coverage'
import { noTurns, type TurnsState } from '../../../../renderer/recorder/streaming/turns'

const beat = (received: number, duration = received, factor = 1) => ({
  type: 'Heartbeat' as const,
  total_audio_received_ms: received,
  total_duration_ms: duration,
  realtime_factor: factor,
})
const openAt = (startMs: number): TurnsState => ({
  ...noTurns,
  open: new Map([[0, { startMs } as Turn]]),
})

describe('what has final words', () => {
  it('ends with the last final word', () => {
    expect(coveredUntil(0, { ...noTurns, finalUntilMs: 3_000 }, 1_000, null)).toBe(48_000)
  })

  it('never shrinks', () => {
    expect(coveredUntil(90_000, { ...noTurns, finalUntilMs: 3_000 }, 0, beat(6_000))).toBe(90_000)
  })

  it('takes in silence that the service has heard for 5 s', () => {
    expect(coveredUntil(0, noTurns, 1_000, beat(60_000))).toBe((1_000 + 55_000) * 16)
  })

  it('does not take in what is being said', () => {
    expect(coveredUntil(0, openAt(20_000), 0, beat(60_000))).toBe(20_000 * 16)
  })

  it('does not take in what an engine that is behind has not heard yet', () => {
    expect(heardMs(beat(60_000, 60_000, 0.5))).toBe(30_000)
    expect(coveredUntil(0, noTurns, 0, beat(60_000, 60_000, 0.5))).toBe(25_000 * 16)
  })

  it('does not move by a heartbeat that says nothing', () => {
    expect(coveredUntil(7, noTurns, 0, { type: 'Heartbeat' })).toBe(7)
  })
})
