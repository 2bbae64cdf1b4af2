import { describe, expect, it } from 'vitest'
import { unwrap } from '../../unwrap'
import { begun, soon } from './begun-recording'

const hour = 3_600_000

describe('a wall clock that is set during a recording', () => {
  it.each([
    ['back by a minute', -60_000],
    ['forward by two hours', 2 * hour],
  ])(
    '%s changes neither the time line nor the place of a recorder that starts again',
    async (_name, stepMs) => {
      const { recordings, wall, clock, send, saved, starts, capturing, payloads } = begun()
      clock.at += 2_000
      send(0, 2_000)
      await soon(() => expect(saved()).toBe(32_000))
      wall.at += stepMs
      recordings.recorderGone()
      clock.at += 500
      recordings.recorderReady()
      expect(starts.at(-1)).toMatchObject({ zeroAt: starts[0]?.zeroAt, notBeforeMs: 2_000 })
      expect(recordings.status().elapsedMs).toBe(2_500)
      capturing(2_500)
      expect(payloads('transcript:gap').at(-1)).toMatchObject({
        gap: { startMs: 2_000, endMs: 2_500, reason: 'recorder-restart' },
      })
    },
  )

  it('does not change the length of the meeting, nor its beginning', async () => {
    const { recordings, library, meetingId, wall, clock, stopped, startedAt } = begun()
    wall.at += hour
    clock.at += 33_000
    const stopping = recordings.stop()
    stopped()
    unwrap(await stopping)
    expect(unwrap(library.meetings.get(meetingId))).toMatchObject({
      startedAt,
      durationMs: 33_000,
      missingSoundMs: 0,
    })
  })
})
