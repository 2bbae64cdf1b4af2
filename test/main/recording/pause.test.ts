import { describe, expect, it } from 'vitest'
import type { Settings } from '../../../common/model'
import { unwrap, turnOf } from '../library/folder'
import { begun, soon } from './begun-recording'
import { setUp } from './recordings-fixture'

const minute = 60_000

describe('a pause', () => {
  it('stops the time line and the capture, and Resume continues where it stopped', async () => {
    const { recordings, clock, changes, startedAt, send, saved, settings } = begun()
    clock.at += 2_000
    send(0, 2_000)
    unwrap(recordings.pause())
    clock.at += 5 * minute
    expect(recordings.status()).toMatchObject({ state: 'paused', elapsedMs: 2_000 })
    expect(recordings.pause()).toMatchObject({ error: { code: 'not-recording' } })
    unwrap(recordings.resume())
    expect(recordings.status()).toMatchObject({ state: 'recording', elapsedMs: 2_000 })
    expect(recordings.resume()).toMatchObject({ error: { code: 'not-recording' } })
    const sources = [{ source: 'microphone', deviceId: 'usb-1', processing: settings.processing }]
    expect(changes).toMatchObject([
      { zeroAt: startedAt, paused: true, sources },
      { zeroAt: startedAt + 5 * minute, paused: false, sources },
    ])
    clock.at += 1_000
    send(2_000, 1_000)
    await soon(() => expect(saved()).toBe(3_000 * 16))
    expect(recordings.status().elapsedMs).toBe(3_000)
  })

  it('lends no token', async () => {
    const { recordings, starts } = begun()
    unwrap(recordings.pause())
    const id = starts[0]?.recordingId ?? ''
    expect(await recordings.lend(id, 'microphone')).toMatchObject({
      error: { code: 'token-not-lent' },
    })
    unwrap(recordings.resume())
    expect(await recordings.lend(id, 'microphone')).toMatchObject({ ok: true })
  })

  it('expects neither sound nor words', async () => {
    const { recordings, mono } = begun()
    unwrap(recordings.pause())
    mono.at += 10 * minute
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(recordings.status().notices).toEqual([])
  })

  it('survives a recorder that goes away: the next one starts paused, and no sound is missed', async () => {
    const { recordings, clock, starts, startedAt, send, saved, capturing, payloads } = begun()
    clock.at += 2_000
    send(0, 2_000)
    await soon(() => expect(saved()).toBe(32_000))
    recordings.recorderEvent({
      type: 'turn',
      turn: turnOf({ startMs: 500, endMs: 900, isFinal: false, finalMs: null }),
    })
    unwrap(recordings.pause())
    recordings.recorderGone()
    clock.at += minute
    recordings.recorderReady()
    expect(starts.at(-1)).toMatchObject({ zeroAt: startedAt, paused: true })
    expect(recordings.status().state).toBe('paused')
    unwrap(recordings.resume())
    capturing(2_300)
    // Only the words that the page had not sent yet are missing.
    expect(payloads('transcript:gap')).toMatchObject([
      { gap: { startMs: 500, endMs: 2_000, reason: 'engine', sound: true } },
    ])
  })

  it('survives a sleep', () => {
    const { recordings, clock, starts, changes } = begun()
    clock.at += 1_000
    unwrap(recordings.pause())
    recordings.suspended()
    clock.at += minute
    recordings.resumed()
    expect(recordings.status()).toMatchObject({ state: 'paused', elapsedMs: 1_000 })
    expect(recordings.status().notices[0]?.code).toBe('slept-paused')
    expect(starts.at(-1)).toMatchObject({ paused: true })
    unwrap(recordings.resume())
    expect(recordings.status().notices).toEqual([])
    expect(changes.at(-1)).toMatchObject({ paused: false })
  })

  it('can end with Stop', async () => {
    const { recordings, library, meetingId, clock, stopped, stops, starts } = begun()
    clock.at += 1_000
    unwrap(recordings.pause())
    clock.at += minute
    const stopping = recordings.stop()
    expect(stops).toEqual([starts[0]?.recordingId])
    stopped()
    unwrap(await stopping)
    const meeting = unwrap(library.meetings.get(meetingId))
    expect(meeting).toMatchObject({ state: 'done', durationMs: 1_000 })
  })

  it('follows a sleep if the settings say so, and the sleep is not on the time line', async () => {
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
    unwrap(recordings.resume())
    capturing(1_000)
    clock.at += 500
    expect(recordings.status().elapsedMs).toBe(1_500)
    expect(payloads('transcript:gap')).toEqual([])
    expect(startedAt).toBe(clock.at - 2 * minute - 1_500)
  })
})

describe('sources that are switched', () => {
  const both: Settings['sources'] = { microphone: true, system: true }

  it('are sent to the recorder at once, and only if they changed', () => {
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

  it('are independent: one that is refused never stops the other', () => {
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
    // Once it is switched off, what was wrong with it is cleared.
    settings.sources = { microphone: false, system: false }
    recordings.settingsChanged()
    expect(changes.at(-1)?.sources).toEqual([])
    expect(recordings.status()).toMatchObject({
      state: 'recording',
      sources: [{ state: 'off' }, { state: 'off' }],
    })
    // This was on its way when the source was switched off.
    capturing(2_000, 'system')
    expect(recordings.status().sources[1]).toMatchObject({ state: 'off', label: null })
  })

  it('show that the default microphone replaces the chosen one', () => {
    const { recordings, capturing } = begun()
    capturing(3_000, 'microphone', true)
    expect(recordings.status().notices[0]?.code).toBe('microphone-replaced')
    capturing(5_000)
    expect(recordings.status().notices).toEqual([])
  })

  it('record nothing if all are off', () => {
    const { recordings, settings, library } = setUp()
    settings.sources = { microphone: false, system: false }
    recordings.recorderReady()
    expect(recordings.start()).toMatchObject({ error: { code: 'no-source' } })
    expect(unwrap(library.meetings.list())).toEqual([])
  })

  it('have a file each, and allow system audio only while it is wanted', async () => {
    const { recordings, library, meetingId, settings, send, capturing, clock } = begun()
    expect(recordings.wantsSystemAudio()).toBe(false)
    settings.sources = both
    recordings.settingsChanged()
    expect(recordings.wantsSystemAudio()).toBe(true)
    clock.at += 3_000
    capturing(2_000, 'system')
    send(0, 1_000)
    send(2_000, 500, 'system')
    await soon(() =>
      expect(unwrap(library.meetings.get(meetingId)).audio).toEqual([
        { source: 'microphone', samples: 16_000 },
        { source: 'system', samples: 40_000 },
      ]),
    )
    unwrap(recordings.pause())
    expect(recordings.wantsSystemAudio()).toBe(false)
  })
})
