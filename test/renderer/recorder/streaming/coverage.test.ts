import { describe, expect, it } from 'vitest'
import type { Turn } from '../../../../common/model'
import { coveredUntil, processedMs } from '../../../../renderer/recorder/streaming/coverage'
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

describe('sound with final words', () => {
  it('ends with the last final word', () => {
    expect(
      coveredUntil(0, { turns: { ...noTurns, finalUntilMs: 3_000 }, offsetMs: 1_000, beat: null }),
    ).toBe(48_000)
  })

  it('never shrinks', () => {
    expect(
      coveredUntil(90_000, {
        turns: { ...noTurns, finalUntilMs: 3_000 },
        offsetMs: 0,
        beat: beat(6_000),
      }),
    ).toBe(90_000)
  })

  it('includes silence that the service had for 5 s', () => {
    expect(coveredUntil(0, { turns: noTurns, offsetMs: 1_000, beat: beat(60_000) })).toBe(
      (1_000 + 55_000) * 16,
    )
  })

  it('does not include what is being said', () => {
    expect(coveredUntil(0, { turns: openAt(20_000), offsetMs: 0, beat: beat(60_000) })).toBe(
      20_000 * 16,
    )
  })

  it('does not include what an engine that is behind has not processed yet', () => {
    expect(processedMs(beat(60_000, 60_000, 0.5))).toBe(30_000)
    expect(coveredUntil(0, { turns: noTurns, offsetMs: 0, beat: beat(60_000, 60_000, 0.5) })).toBe(
      25_000 * 16,
    )
  })

  it('is not changed by a heartbeat without figures', () => {
    expect(coveredUntil(7, { turns: noTurns, offsetMs: 0, beat: { type: 'Heartbeat' } })).toBe(7)
  })
})
