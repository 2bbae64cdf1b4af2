import { describe, expect, it } from 'vitest'
import { unwrap } from '../library/folder'
import { begun, samplesOf, soon, turnEvent } from './begun-recording'
import { setUp } from './recordings-fixture'

describe('a recorder that goes away', () => {
  it('is started again in the same meeting, with a gap for what was not captured', async () => {
    const { recordings, library, meetingId, send, starts, clock, capturing, payloads, stopped } =
      begun()
    clock.at += 2_000
    send(0, 2_000)
    await soon(() =>
      expect(samplesOf(library.audioPath(meetingId, 'microphone'))).toHaveLength(32_000),
    )
    recordings.recorderGone()
    expect(recordings.status()).toMatchObject({
      state: 'recording',
      meetingId,
      notices: [{ code: 'recorder-restarting' }],
    })
    clock.at += 1_500
    recordings.recorderReady()
    expect(starts).toHaveLength(2)
    expect(starts[1]).toMatchObject({ zeroAt: starts[0]!.zeroAt })
    expect(starts[1]!.recordingId).not.toBe(starts[0]!.recordingId)
    // Sound of the new page may arrive before its report that it captures.
    send(3_400, 100)
    await soon(() =>
      expect(samplesOf(library.audioPath(meetingId, 'microphone'))).toHaveLength(56_000),
    )
    capturing(3_400)
    expect(recordings.status().notices).toEqual([])
    const stopping = recordings.stop()
    stopped()
    unwrap(await stopping)
    expect(payloads('transcript:gap')).toMatchObject([
      { meetingId, gap: { startMs: 0, endMs: 2_000, reason: 'engine', sound: true } },
      {
        meetingId,
        gap: { source: 'microphone', startMs: 2_000, endMs: 3_400, reason: 'recorder-restart' },
      },
    ])
    expect(unwrap(library.gaps.list(meetingId))).toHaveLength(2)
    const samples = samplesOf(library.audioPath(meetingId, 'microphone'))
    expect(samples.slice(32_000, 54_400).every((sample) => sample === 0)).toBe(true)
    expect(samples.slice(54_400)).toHaveLength(1_600)
  })

  it('leaves a gap for the words that were not final', async () => {
    const { recordings, send, clock, capturing, session, payloads, library, meetingId } = begun()
    clock.at += 2_000
    send(0, 2_000)
    recordings.recorderEvent(turnEvent({ startMs: 0, endMs: 900 }))
    recordings.recorderEvent(
      turnEvent({ turnOrder: 1, startMs: 1_200, isFinal: false, finalMs: null }),
    )
    await soon(() =>
      expect(samplesOf(library.audioPath(meetingId, 'microphone'))).toHaveLength(32_000),
    )
    recordings.recorderGone()
    recordings.recorderReady()
    // Its session may begin before its sound.
    session('session-2', 2_400)
    capturing(2_500)
    expect(payloads('transcript:gap')).toMatchObject([
      { gap: { startMs: 1_200, endMs: 2_000, reason: 'engine', sound: true } },
      { gap: { startMs: 2_000, endMs: 2_500, reason: 'recorder-restart', sound: false } },
    ])
  })

  it('loses only the last moments of a live connection, and nothing that already has a gap', async () => {
    const { recordings, send, clock, capturing, payloads, library, meetingId } = begun()
    clock.at += 10_000
    for (let at = 0; at < 10_000; at += 2_000) send(at, 2_000)
    recordings.recorderEvent({
      type: 'connection',
      source: 'microphone',
      state: 'live',
      error: null,
    })
    const common = { source: 'microphone', reason: 'network', sound: true, filled: false } as const
    recordings.recorderEvent({
      type: 'gap',
      gap: { id: 'g', startMs: 8_500, endMs: 9_000, ...common },
    })
    await soon(() =>
      expect(samplesOf(library.audioPath(meetingId, 'microphone'))).toHaveLength(160_000),
    )
    recordings.recorderGone()
    recordings.recorderReady()
    capturing(10_200)
    expect(payloads('transcript:gap').slice(1)).toMatchObject([
      { gap: { startMs: 8_000, endMs: 8_500, reason: 'engine', sound: true } },
      { gap: { startMs: 9_000, endMs: 10_000, reason: 'engine', sound: true } },
      { gap: { startMs: 10_000, endMs: 10_200, sound: false } },
    ])
  })

  it('leaves a gap up to Stop if it does not come back', async () => {
    const { recordings, send, clock, library, meetingId } = begun()
    clock.at += 1_000
    send(0, 1_000)
    await soon(() =>
      expect(samplesOf(library.audioPath(meetingId, 'microphone'))).toHaveLength(16_000),
    )
    recordings.recorderGone()
    clock.at += 4_000
    unwrap(await recordings.stop())
    expect(unwrap(library.gaps.list(meetingId))).toMatchObject([
      { startMs: 0, endMs: 1_000, sound: true },
      { startMs: 1_000, endMs: 5_000, sound: false },
    ])
    expect(unwrap(library.meetings.get(meetingId))).toMatchObject({
      state: 'done',
      durationMs: 5_000,
    })
  })

  it('is noticed if it reports that it is ready twice', () => {
    const { recordings, starts } = begun()
    recordings.recorderReady()
    expect(starts).toHaveLength(2)
    expect(recordings.status().notices[0]?.code).toBe('recorder-restarting')
  })

  it('changes nothing while nothing is recorded', () => {
    const { recordings, starts, emitted } = setUp()
    recordings.recorderReady()
    recordings.recorderGone()
    recordings.recorderReady()
    expect(starts).toEqual([])
    expect(emitted).toEqual([])
  })
})
