import { describe, expect, it } from 'vitest'
import { must, turnOf } from '../library/folder'
import { begun, soon } from './begun'
import { setUp } from './fakes'

const minute = 60_000

describe('sleep', () => {
  it('ends the session, and after it the recording goes on with a gap', async () => {
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
    expect(starts[1]).toMatchObject({ startedAt: starts[0]?.startedAt })

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
    must(await stopping)
    expect(must(library.meetings.get(meetingId)).state).toBe('done')
  })

  it('takes the last words of the session that it ended, also after it', () => {
    const { recordings, library, meetingId, clock } = begun()
    recordings.suspended()
    clock.at += minute
    recordings.resumed()
    recordings.recorderEvent({ type: 'turn', turn: turnOf({ text: 'just before' }) })
    expect(must(library.turns.list(meetingId))).toMatchObject([{ text: 'just before' }])
  })

  it('lends no token meanwhile, and begins nothing', async () => {
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

  it('that the page did not outlive leaves its words to be filled in', async () => {
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

  it('with Stop before it is over ends the meeting', async () => {
    const { recordings, library, meetingId, clock, send, saved, stopped, stops } = begun()
    clock.at += 1_000
    send(0, 1_000)
    await soon(() => expect(saved()).toBe(16_000))
    recordings.suspended()
    clock.at += minute
    const stopping = recordings.stop()
    expect(stops).toHaveLength(1)
    stopped()
    must(await stopping)
    expect(must(library.gaps.list(meetingId))).toMatchObject([
      { startMs: 1_000, endMs: 61_000, reason: 'sleep' },
    ])
  })

  it('is nothing to an app that does not record', () => {
    const { recordings, told, starts } = setUp()
    recordings.recorderReady()
    recordings.suspended()
    recordings.resumed()
    expect([told, starts]).toEqual([[], []])
  })
})

describe('sound that lost time', () => {
  it('is started again at the right place of the time line', async () => {
    const { clock, mono, send, saved, starts, stops, capturing, payloads } = begun()
    // Seconds of the clocks are ticks of the status here.
    const second = async (heardMs: number) => {
      send(heardMs - 1_000, 1_000)
      await soon(() => expect(saved()).toBe(heardMs * 16))
      clock.at += 1_000
      mono.at += 1_000
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    await second(1_000)
    await second(2_000)
    // The app stands still for 20 s, its sound too.
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
