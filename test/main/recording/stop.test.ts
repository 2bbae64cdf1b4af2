import { describe, expect, it } from 'vitest'
import type { Gap } from '../../../common/model'
import { unwrap } from '../library/folder'
import { begun, samplesOf, soon, turnEvent } from './begun-recording'

describe('stop', () => {
  it('accepts sound and words until the recorder has stopped, then closes everything', async () => {
    const { recordings, library, meetingId, send, stopped, stops, starts, clock, payloads } =
      begun()
    clock.at += 500
    send(0, 450)
    const stopping = recordings.stop()
    expect(recordings.status()).toMatchObject({ state: 'finishing', elapsedMs: 500 })
    expect(unwrap(library.meetings.get(meetingId)).state).toBe('finishing')
    expect(stops).toEqual([starts[0]?.recordingId])
    expect(recordings.stop()).toBe(stopping)
    clock.at += 900
    recordings.recorderEvent(turnEvent())
    stopped()
    // The last sound takes another way and arrives after `stopped`.
    send(450, 50)
    unwrap(await stopping)
    expect(unwrap(library.meetings.get(meetingId))).toMatchObject({
      state: 'done',
      durationMs: 500,
      turnCount: 1,
      audio: [{ source: 'microphone', samples: 8_000 }],
    })
    expect(payloads('recording:status').at(-1)).toMatchObject({ state: 'idle', meetingId: null })
    expect(payloads('meetings:changed').at(-1)).toMatchObject({ state: 'done' })
    expect(await recordings.stop()).toMatchObject({ ok: false, error: { code: 'not-recording' } })
  })

  it('ends even if the recorder never answers', async () => {
    const { recordings, library, meetingId } = begun({ stopMs: 100 })
    unwrap(await recordings.stop())
    expect(unwrap(library.meetings.get(meetingId)).state).toBe('done')
  })

  it('does not wait for a recorder that is gone', async () => {
    const { recordings } = begun()
    const before = performance.now()
    const stopping = recordings.stop()
    recordings.recorderGone()
    unwrap(await stopping)
    expect(performance.now() - before).toBeLessThan(4_000)
  })

  it('stores a gap that arrives late in the meeting that it belongs to', async () => {
    const { recordings, library, meetingId, starts, clock, send, payloads } = begun({ stopMs: 100 })
    clock.at += 10_000
    for (let at = 0; at < 10_000; at += 2_000) send(at, 2_000)
    await soon(() =>
      expect(samplesOf(library.audioPath(meetingId, 'microphone'))).toHaveLength(160_000),
    )
    unwrap(await recordings.stop())
    expect(unwrap(library.meetings.get(meetingId))).toMatchObject({
      state: 'done',
      textPercent: 100,
    })
    const second = unwrap(recordings.start())
    const recordingId = starts[0]!.recordingId
    const gap: Gap = {
      id: 'late',
      source: 'microphone',
      startMs: 5_000,
      endMs: 10_000,
      reason: 'network',
      sound: true,
      filled: false,
    }
    recordings.recorderEvent({ type: 'gap', gap, recordingId })
    expect(payloads('meetings:changed').at(-1)).toMatchObject({
      id: meetingId,
      textPercent: 50,
      missingTextMs: 5_000,
    })
    expect(unwrap(library.gaps.list(second.meetingId))).toEqual([])
    const fill = library.fillGap(meetingId, {
      gap: { ...gap, filled: true },
      turns: [],
      dropped: [],
    })
    expect(fill.ok).toBe(true)
    expect(unwrap(library.meetings.get(meetingId))).toMatchObject({ textPercent: 100 })
  })

  it('is not ended by the report of an earlier recording', async () => {
    const { recordings, starts, stopped } = begun()
    const first = recordings.stop()
    stopped()
    unwrap(await first)
    unwrap(recordings.start())
    const second = recordings.stop()
    recordings.recorderEvent({ type: 'stopped', recordingId: starts[0]!.recordingId })
    let over = false
    void second.then(() => (over = true))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(over).toBe(false)
    stopped()
    unwrap(await second)
  })
})
