import { describe, expect, it } from 'vitest'
import type { Settings } from '../../../preload/model'
import { must, turnOf } from '../library/folder'
import { begun, soon } from './begun'
import { setUp } from './fakes'

const minute = 60_000

describe('a pause', () => {
  it('stops the time line and all that is captured, and Resume goes on where it stopped', async () => {
    const { recordings, clock, changes, startedAt, send, saved, settings } = begun()
    clock.at += 2_000
    send(0, 2_000)
    must(recordings.pause())
    clock.at += 5 * minute
    expect(recordings.status()).toMatchObject({ state: 'paused', elapsedMs: 2_000 })
    expect(recordings.pause()).toMatchObject({ error: { code: 'not-recording' } })
    must(recordings.resume())
    expect(recordings.status()).toMatchObject({ state: 'recording', elapsedMs: 2_000 })
    expect(recordings.resume()).toMatchObject({ error: { code: 'not-recording' } })
    const sources = [{ source: 'microphone', deviceId: 'usb-1', processing: settings.processing }]
    expect(changes).toMatchObject([
      { startedAt, paused: true, sources },
      { startedAt: startedAt + 5 * minute, paused: false, sources },
    ])
    clock.at += 1_000
    send(2_000, 1_000)
    await soon(() => expect(saved()).toBe(3_000 * 16))
    expect(recordings.status().elapsedMs).toBe(3_000)
  })

  it('lends no token', async () => {
    const { recordings, starts } = begun()
    must(recordings.pause())
    const id = starts[0]?.recordingId ?? ''
    expect(await recordings.lend(id, 'microphone')).toMatchObject({
      error: { code: 'token-not-lent' },
    })
    must(recordings.resume())
    expect(await recordings.lend(id, 'microphone')).toMatchObject({ ok: true })
  })

  it('expects nothing of a microphone that gives nothing, nor words', async () => {
    const { recordings, mono } = begun()
    must(recordings.pause())
    mono.at += 10 * minute
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(recordings.status().notices).toEqual([])
  })

  it('outlives a recorder that goes away: the next one begins in it, and no sound is missed', async () => {
    const { recordings, clock, starts, startedAt, send, saved, capturing, payloads } = begun()
    clock.at += 2_000
    send(0, 2_000)
    await soon(() => expect(saved()).toBe(32_000))
    recordings.recorderEvent({
      type: 'turn',
      turn: turnOf({ startMs: 500, endMs: 900, isFinal: false, finalMs: null }),
    })
    must(recordings.pause())
    recordings.recorderGone()
    clock.at += minute
    recordings.recorderReady()
    expect(starts.at(-1)).toMatchObject({ startedAt, paused: true })
    expect(recordings.status().state).toBe('paused')
    must(recordings.resume())
    capturing(2_300)
    // Only the words that the page took with it are missing.
    expect(payloads('transcript:gap')).toMatchObject([
      { gap: { startMs: 500, endMs: 2_000, reason: 'engine', sound: true } },
    ])
  })

  it('outlives a sleep', () => {
    const { recordings, clock, starts, changes } = begun()
    clock.at += 1_000
    must(recordings.pause())
    recordings.suspended()
    clock.at += minute
    recordings.resumed()
    expect(recordings.status()).toMatchObject({ state: 'paused', elapsedMs: 1_000 })
    expect(recordings.status().notices[0]?.code).toBe('slept-paused')
    expect(starts.at(-1)).toMatchObject({ paused: true })
    must(recordings.resume())
    expect(recordings.status().notices).toEqual([])
    expect(changes.at(-1)).toMatchObject({ paused: false })
  })

  it('can be stopped in', async () => {
    const { recordings, library, meetingId, clock, stopped, stops, starts } = begun()
    clock.at += 1_000
    must(recordings.pause())
    clock.at += minute
    const stopping = recordings.stop()
    expect(stops).toEqual([starts[0]?.recordingId])
    stopped()
    must(await stopping)
    const meeting = must(library.meetings.get(meetingId))
    expect(meeting).toMatchObject({ state: 'done', durationMs: 1_000 })
  })

  it('is what a sleep leaves where people chose that, and the sleep is not on the time line', async () => {
    const { recordings, settings, clock, starts, startedAt, capturing, payloads, ...setting } =
      begun()
    settings.afterSleep = 'paused'
    clock.at += 1_000
    setting.send(0, 1_000)
    await soon(() => expect(setting.saved()).toBe(16_000))
    recordings.suspended()
    clock.at += minute
    recordings.resumed()
    expect(recordings.status()).toMatchObject({ state: 'paused', elapsedMs: 1_000 })
    expect(starts.at(-1)).toMatchObject({ paused: true })
    clock.at += minute
    must(recordings.resume())
    capturing(1_000)
    clock.at += 500
    expect(recordings.status().elapsedMs).toBe(1_500)
    expect(payloads('transcript:gap')).toEqual([])
    expect(startedAt).toBe(clock.at - 2 * minute - 1_500)
  })
})

describe('sources that are switched', () => {
  const both: Settings['sources'] = { microphone: true, system: true }

  it('are told to the recorder at once, and only where they changed', () => {
    const { recordings, settings, changes } = begun()
    settings.sources = both
    recordings.settingsChanged()
    recordings.settingsChanged()
    expect(changes).toHaveLength(1)
    expect(changes[0]?.sources).toMatchObject([
      { source: 'microphone', deviceId: 'usb-1' },
      {
        source: 'system',
        deviceId: null,
        processing: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
      },
    ])
    const states = () => recordings.status().sources.map(({ state }) => state)
    expect(states()).toEqual(['on', 'opening'])
  })

  it('fare each by itself: one that is refused never stops the other', () => {
    const { recordings, settings, capturing, changes } = begun()
    settings.sources = both
    recordings.settingsChanged()
    recordings.recorderEvent({
      type: 'problem',
      source: 'system',
      error: { code: 'system-unsupported', sentence: '' },
    })
    expect(recordings.status()).toMatchObject({
      state: 'recording',
      sources: [{ state: 'on' }, { state: 'away' }],
      notices: [{ code: 'system-unsupported' }],
    })
    capturing(1_000, 'system')
    expect(recordings.status()).toMatchObject({
      sources: [{ label: 'USB' }, { state: 'on', label: 'System audio' }],
      notices: [],
    })
    // Switched off: what was wrong with it is not told any more.
    settings.sources = { microphone: false, system: false }
    recordings.settingsChanged()
    expect(changes.at(-1)?.sources).toEqual([])
    expect(recordings.status()).toMatchObject({
      state: 'recording',
      sources: [{ state: 'off' }, { state: 'off' }],
    })
    // What was on its way when it was switched off.
    capturing(2_000, 'system')
    expect(recordings.status().sources[1]).toMatchObject({ state: 'off', label: null })
  })

  it('say where the default stands in for the chosen microphone', () => {
    const { recordings, capturing } = begun()
    capturing(3_000, 'microphone', true)
    expect(recordings.status().notices[0]?.code).toBe('microphone-replaced')
    capturing(5_000)
    expect(recordings.status().notices).toEqual([])
  })

  it('that are all off have nothing to record', () => {
    const { recordings, settings, library } = setUp()
    settings.sources = { microphone: false, system: false }
    recordings.recorderReady()
    expect(recordings.start()).toMatchObject({ error: { code: 'no-source' } })
    expect(must(library.meetings.list())).toEqual([])
  })

  it('have a file each, and let system audio in only while it is wanted', async () => {
    const { recordings, library, meetingId, settings, send, capturing, clock } = begun()
    expect(recordings.wantsSystemAudio()).toBe(false)
    settings.sources = both
    recordings.settingsChanged()
    expect(recordings.wantsSystemAudio()).toBe(true)
    clock.at += 3_000
    capturing(2_000, 'system')
    send(0, 1_000)
    send(2_000, 500, 1_000, 'system')
    await soon(() =>
      expect(must(library.meetings.get(meetingId)).audio).toEqual([
        { source: 'microphone', samples: 16_000 },
        { source: 'system', samples: 40_000 },
      ]),
    )
    must(recordings.pause())
    expect(recordings.wantsSystemAudio()).toBe(false)
  })
})
