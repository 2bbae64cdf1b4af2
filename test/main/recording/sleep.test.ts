import { describe, expect, it } from 'vitest'
import { unwrap, turnOf } from '../library/folder'
import { begun, soon } from './begun-recording'
import { setUp } from './recordings-fixture'

const minute = 60_000

describe('sleep', () => {
  it('ends the session; after it the recording continues, with a gap', async () => {
    const { recordings, library, meetingId, clock, send, saved, starts, ...setting } = begun()
    clock.at += 2_000
    send(0, 2_000)
    await soon(() => expect(saved()).toBe(32_000))
    recordings.suspended()
    expect(setting.stops).toEqual([starts[0]?.recordingId])
    setting.stopped()
    clock.at += 10 * minute
    recordings.resumed()
    expect(recordings.status()).toMatchObject({ state: 'recording', meetingId })
    expect(recordings.status().notices[0]?.code).toBe('slept')
    expect(starts).toHaveLength(2)
    expect(starts[1]).toMatchObject({ zeroAt: starts[0]?.zeroAt })

    const awakeMs = 2_000 + 10 * minute
    setting.capturing(awakeMs)
    expect(setting.payloads('transcript:gap')).toMatchObject([
      { gap: { startMs: 2_000, endMs: awakeMs, reason: 'sleep', sound: false } },
    ])
    send(awakeMs, 100)
    await soon(() => expect(saved()).toBe((awakeMs + 100) * 16))
    await soon(() => expect(recordings.status().notices).toEqual([]))
    const stopping = recordings.stop()
    expect(setting.stops.at(-1)).toBe(starts[1]?.recordingId)
    setting.stopped()
    unwrap(await stopping)
    expect(unwrap(library.meetings.get(meetingId)).state).toBe('done')
  })

  it('is a gap of its whole length even if the clock stops', async () => {
    const { recordings, clock, send, saved, starts, stopped, capturing, payloads } = begun()
    clock.at += 2_000
    send(0, 2_000)
    await soon(() => expect(saved()).toBe(32_000))
    recordings.suspended()
    stopped()
    recordings.resumed(10 * minute)
    const awakeMs = 2_000 + 10 * minute
    expect(recordings.status().elapsedMs).toBe(awakeMs)
    expect(starts[1]?.zeroAt).toBe((starts[0]?.zeroAt ?? 0) - 10 * minute)
    capturing(awakeMs)
    expect(payloads('transcript:gap')).toMatchObject([
      { gap: { startMs: 2_000, endMs: awakeMs, reason: 'sleep', sound: false } },
    ])
  })

  it('accepts the last words of the session that it ended, also after it', () => {
    const { recordings, library, meetingId, clock } = begun()
    recordings.suspended()
    clock.at += minute
    recordings.resumed()
    recordings.recorderEvent({ type: 'turn', turn: turnOf({ text: 'just before' }) })
    expect(unwrap(library.turns.list(meetingId))).toMatchObject([{ text: 'just before' }])
  })

  it('lends no token meanwhile, and starts no recorder', async () => {
    const { recordings, starts } = begun()
    recordings.suspended()
    expect(await recordings.lend(starts[0]?.recordingId ?? '', 'microphone')).toMatchObject({
      error: { code: 'token-not-lent' },
    })
    recordings.recorderGone()
    recordings.recorderReady()
    expect(starts).toHaveLength(1)
    recordings.resumed()
    expect(starts).toHaveLength(2)
    expect(await recordings.lend(starts[1]?.recordingId ?? '', 'microphone')).toMatchObject({
      ok: true,
    })
  })

  it('leaves a gap for the words of a page that died in it', async () => {
    const { recordings, clock, send, saved, capturing, payloads } = begun()
    clock.at += 2_000
    send(0, 2_000)
    recordings.recorderEvent({
      type: 'turn',
      turn: turnOf({ startMs: 500, endMs: 900, isFinal: false, finalMs: null }),
    })
    await soon(() => expect(saved()).toBe(32_000))
    recordings.suspended()
    recordings.recorderGone()
    clock.at += minute
    recordings.resumed()
    recordings.recorderReady()
    capturing(62_000)
    expect(payloads('transcript:gap')).toMatchObject([
      { gap: { startMs: 500, endMs: 2_000, reason: 'engine', sound: true } },
      { gap: { startMs: 2_000, endMs: 62_000, reason: 'sleep', sound: false } },
    ])
  })

  it('ends the meeting if Stop is pressed before it is over', async () => {
    const { recordings, library, meetingId, clock, send, saved, stopped, stops } = begun()
    clock.at += 1_000
    send(0, 1_000)
    await soon(() => expect(saved()).toBe(16_000))
    recordings.suspended()
    clock.at += minute
    const stopping = recordings.stop()
    expect(stops).toHaveLength(1)
    stopped()
    unwrap(await stopping)
    expect(unwrap(library.gaps.list(meetingId))).toMatchObject([
      { startMs: 1_000, endMs: 61_000, reason: 'sleep' },
    ])
  })

  it('changes nothing while nothing is recorded', () => {
    const { recordings, emitted, starts } = setUp()
    recordings.recorderReady()
    recordings.suspended()
    recordings.resumed()
    expect([emitted, starts]).toEqual([[], []])
  })
})

describe('sound that lost time', () => {
  it('is captured again at the right place on the time line', async () => {
    const { clock, mono, send, saved, starts, stops, capturing, payloads } = begun()
    // One second of the clocks is one status interval here.
    const second = async (heardMs: number) => {
      send(heardMs - 1_000, 1_000)
      await soon(() => expect(saved()).toBe(heardMs * 16))
      clock.at += 1_000
      mono.at += 1_000
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    await second(1_000)
    await second(2_000)
    // The app is blocked for 20 s, and so is its sound.
    clock.at += 20_000
    mono.at += 20_000
    await second(3_000)
    await second(4_000)
    await soon(() => expect(starts.length).toBeGreaterThan(1))
    expect(stops).toContain(starts[0]?.recordingId)
    capturing(25_000)
    expect(payloads('transcript:gap')[0]).toMatchObject({
      gap: { endMs: 25_000, reason: 'recorder-restart', sound: false },
    })
  })
})
