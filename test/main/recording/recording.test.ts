import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errorValue, fail, type ErrorCode } from '../../../common/errors'
import type { Gap } from '../../../common/model'
import type { WavFile } from '../../../main/audio-files/wav'
import { unwrap, newLibrary, turnOf } from '../library/folder'
import { begun, samplesOf, soon, turnEvent } from './begun-recording'
import { setUp } from './recordings-fixture'

describe('start', () => {
  it('puts the meeting in the list at once and starts the recorder with the settings', () => {
    const { recordings, library, starts, settings, startedAt, payloads } = setUp()
    recordings.recorderReady()
    const { meetingId } = unwrap(recordings.start())
    expect(unwrap(library.meetings.list())).toMatchObject([
      { id: meetingId, title: 'Meeting, 10:02', startedAt, state: 'recording', model: 'base' },
    ])
    expect(starts).toEqual([
      {
        recordingId: expect.any(String),
        zeroAt: startedAt,
        notBeforeMs: 0,
        paused: false,
        update: null,
        sessions: 'per-source',
        sources: [{ source: 'microphone', deviceId: 'usb-1', processing: settings.processing }],
      },
    ])
    expect(payloads('meetings:changed')).toMatchObject([{ id: meetingId, state: 'recording' }])
    expect(payloads('recording:status').at(-1)).toMatchObject({ state: 'starting', meetingId })
    expect(recordings.start()).toMatchObject({ ok: false, error: { code: 'already-recording' } })
  })

  it('waits for a recorder that is not ready yet', () => {
    const { recordings, starts } = setUp()
    unwrap(recordings.start())
    expect(starts).toEqual([])
    recordings.recorderReady()
    expect(starts).toHaveLength(1)
  })

  it('is "recording" only after sound has arrived', () => {
    const { recordings, capturing } = setUp()
    recordings.recorderReady()
    unwrap(recordings.start())
    expect(recordings.status().state).toBe('starting')
    capturing(120)
    expect(recordings.status().state).toBe('recording')
  })

  it.each<ErrorCode>([
    'no-microphone',
    'microphone-denied',
    'microphone-busy',
    'microphone-failed',
  ])('leaves nothing behind after %s', (code) => {
    const { recordings, library, payloads, stops, starts } = setUp()
    recordings.recorderReady()
    const { meetingId } = unwrap(recordings.start())
    recordings.recorderEvent({ type: 'problem', source: 'microphone', error: errorValue(code) })
    expect(recordings.status()).toMatchObject({ state: 'idle', notices: [{ code }] })
    expect(unwrap(library.meetings.list())).toEqual([])
    expect(payloads('meetings:removed')).toEqual([{ id: meetingId }])
    expect(stops).toEqual([starts[0]?.recordingId])
    unwrap(recordings.start())
    expect(recordings.status().notices).toEqual([])
  })
})

describe('the model that answers', () => {
  it('is said once, and never again in a later recording', async () => {
    const { recordings, settings, stopped } = begun()
    const began = (sessionId: string) =>
      recordings.recorderEvent({
        type: 'session-began',
        source: 'microphone',
        sessionId,
        requested: 'retired',
        model: 'successor',
        extras: [],
        connectingMs: 0,
      })
    began('a')
    expect(recordings.status().notices).toMatchObject([
      { code: 'model-mismatch', detail: 'asked for retired, got successor' },
    ])
    expect(settings.modelAnswers).toEqual({ retired: 'successor' })
    const ended = recordings.stop()
    stopped()
    unwrap(await ended)
    unwrap(recordings.start())
    began('b')
    expect(recordings.status().notices).toEqual([])
  })
})

describe('sound', () => {
  it('is in the file, at its place, before Stop', async () => {
    const { recordings, library, meetingId, send, clock } = begun()
    const path = library.audioPath(meetingId, 'microphone')
    clock.at += 1_000
    send(100, 50)
    send(200, 50)
    await soon(() => expect(samplesOf(path)).toHaveLength(250 * 16))
    const samples = samplesOf(path)
    expect(samples.slice(0, 1_600).every((sample) => sample === 0)).toBe(true)
    expect(samples.slice(1_600, 2_400).every((sample) => sample === 1_000)).toBe(true)
    expect(samples.slice(2_400, 3_200).every((sample) => sample === 0)).toBe(true)
    await soon(() => expect(recordings.status().savedAgeMs).toBe(0))
  })

  /** A disk that refuses every write while it is full. */
  function fullDisk() {
    const room = { full: true }
    const file: WavFile = {
      write: async (_bytes, _offset, length) => {
        if (room.full) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
        return { bytesWritten: length }
      },
      truncate: async () => {
        if (room.full) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
      },
      datasync: async () => undefined,
      close: async () => undefined,
    }
    return { room, open: async () => file }
  }

  it('that cannot be written is shown, and the recording and its text continue', async () => {
    const { room, open } = fullDisk()
    const { recordings, library, send, capturing, stopped, payloads, reserve, space } = setUp({
      wav: { open },
    })
    recordings.recorderReady()
    const { meetingId } = unwrap(recordings.start())
    expect(reserve.isKept).toBe(true)
    capturing(0)
    send(0, 50)
    await soon(() => expect(recordings.status().notices[0]?.code).toBe('disk-full'))
    expect(recordings.status().state).toBe('recording')
    expect(reserve.isKept).toBe(false)
    recordings.recorderEvent(turnEvent())
    expect(payloads('transcript:turn')).toHaveLength(1)
    room.full = false
    // The little room that is left belongs to the text.
    space.bytes = 8_000_000
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(recordings.status().notices.map(({ code }) => code)).toContain('disk-full')
    space.bytes = 600_000_000
    await soon(() => expect(recordings.status().notices).toEqual([]))
    await soon(() => expect(reserve.isKept).toBe(true))
    const stopping = recordings.stop()
    stopped()
    unwrap(await stopping)
    expect(unwrap(library.meetings.get(meetingId))).toMatchObject({
      state: 'done',
      turnCount: 1,
      audio: [{ source: 'microphone', samples: 800 }],
    })
    expect(unwrap(library.gaps.list(meetingId))).toEqual([])
  })

  it('that can never be written has a gap', async () => {
    const { room, open } = fullDisk()
    const { recordings, library, send, capturing, stopped, clock } = setUp({ wav: { open } })
    recordings.recorderReady()
    room.full = false
    const { meetingId } = unwrap(recordings.start())
    capturing(0)
    send(0, 500)
    await soon(() => expect(recordings.status().savedAgeMs).not.toBeNull())
    room.full = true
    clock.at += 2_000
    send(500, 1_500)
    await soon(() => expect(recordings.status().notices[0]?.code).toBe('disk-full'))
    const stopping = recordings.stop()
    stopped()
    unwrap(await stopping)
    expect(unwrap(library.gaps.list(meetingId))).toMatchObject([
      { reason: 'disk-full', sound: false, startMs: 500, endMs: 2_000 },
    ])
    expect(unwrap(library.meetings.get(meetingId))).toMatchObject({
      state: 'done',
      missingSoundMs: 1_500,
    })
    expect(recordings.status().notices.map(({ code }) => code)).toEqual(['disk-full'])
  })
})

describe('words', () => {
  it('are stored before the windows receive them', () => {
    const { recordings, library, meetingId, emitted, payloads } = begun()
    recordings.recorderEvent(turnEvent({ isFinal: false, finalMs: null, text: 'hello' }))
    recordings.recorderEvent(turnEvent())
    recordings.recorderEvent(turnEvent({ isFinal: false, finalMs: null, text: 'late partial' }))
    expect(payloads('transcript:turn').map(({ turn }) => turn.text)).toEqual([
      'hello',
      'hello there',
    ])
    expect(unwrap(library.turns.list(meetingId))).toEqual([turnOf()])
    expect(emitted.every(({ name }) => name !== 'recorder:start')).toBe(true)
    expect(unwrap(library.sessions.list(meetingId))).toMatchObject([{ id: 'session-1' }])
  })

  it('set the live delay', () => {
    const { recordings, clock } = begun()
    expect(recordings.status().delayMs).toBeNull()
    clock.at += 2_600
    recordings.recorderEvent(turnEvent())
    expect(recordings.status().delayMs).toBe(600)
  })

  it('accept dropped partials, speaker revisions and gaps', () => {
    const { recordings, library, meetingId, payloads } = begun()
    recordings.recorderEvent(turnEvent())
    recordings.recorderEvent(turnEvent({ turnOrder: 1, isFinal: false, finalMs: null }))
    for (const turnOrder of [0, 1, 5]) {
      recordings.recorderEvent({
        type: 'turn-dropped',
        source: 'microphone',
        sessionId: 'session-1',
        turnOrder,
      })
    }
    expect(payloads('transcript:turn-dropped')).toEqual([
      { meetingId, sessionId: 'session-1', turnOrder: 1 },
    ])
    recordings.recorderEvent({
      type: 'speakers',
      sessionId: 'session-1',
      revisions: [{ turnOrder: 0, speaker: 'B', words: null }],
    })
    expect(payloads('transcript:turn').at(-1)?.turn.speaker).toBe('B')
    const gap: Gap = {
      id: 'g',
      source: 'microphone',
      startMs: 1,
      endMs: 2,
      reason: 'network',
      sound: true,
      filled: false,
    }
    recordings.recorderEvent({ type: 'gap', gap })
    expect(payloads('transcript:gap')).toEqual([{ meetingId, gap }])
    expect(unwrap(library.transcript(meetingId))).toMatchObject({
      turns: [{ speaker: 'B' }],
      gaps: [gap],
    })
  })

  it('that the disk refuses are shown, and stored when it accepts them', async () => {
    const library = newLibrary()
    const disk = { full: true }
    const { turns } = library
    library.turns = {
      ...turns,
      upsert: (id, turn) => (disk.full ? fail('disk-full') : turns.upsert(id, turn)),
    }
    const { recordings, capturing, session, payloads } = setUp({ library })
    recordings.recorderReady()
    const { meetingId } = unwrap(recordings.start())
    capturing(0)
    session('session-1')
    recordings.recorderEvent(turnEvent())
    recordings.recorderEvent(turnEvent({ isFinal: false, finalMs: null, text: 'late partial' }))
    expect(payloads('transcript:turn')).toHaveLength(1)
    expect(recordings.status().notices[0]?.code).toBe('disk-full')
    disk.full = false
    await soon(() => expect(unwrap(library.turns.list(meetingId))).toEqual([turnOf()]))
    expect(recordings.status().notices).toEqual([])
  })

  it('that arrive after the end still go to their meeting', async () => {
    const { recordings, library, meetingId, stopped, capturing, session } = begun()
    const stopping = recordings.stop()
    stopped()
    unwrap(await stopping)
    recordings.recorderEvent(turnEvent())
    const second = unwrap(recordings.start())
    capturing(0)
    session('session-2')
    recordings.recorderEvent(turnEvent({ turnOrder: 1, text: 'also late' }))
    recordings.recorderEvent(turnEvent({ sessionId: 'session-2', text: 'new' }))
    const texts = (id: string) => unwrap(library.turns.list(id)).map(({ text }) => text)
    expect(texts(meetingId)).toEqual(['hello there', 'also late'])
    expect(texts(second.meetingId)).toEqual(['new'])
  })
})

describe('status', () => {
  it('is sent once a second and with each change', async () => {
    const { recordings, payloads, clock } = begun()
    clock.at += 3_000
    await soon(() =>
      expect(payloads('recording:status').at(-1)).toMatchObject({ elapsedMs: 3_000 }),
    )
    recordings.recorderEvent({
      type: 'connection',
      source: 'microphone',
      state: 'offline',
      error: errorValue('session-offline'),
    })
    expect(payloads('recording:status').at(-1)).toMatchObject({
      connection: 'offline',
      notices: [{ code: 'session-offline' }],
    })
    recordings.recorderEvent({
      type: 'connection',
      source: 'microphone',
      state: 'live',
      error: null,
    })
    expect(recordings.status()).toMatchObject({ connection: 'live', notices: [] })
  })

  it('shows what the health check finds, the worst first, until it is over', async () => {
    const { recordings, space, mono, capturing } = begun()
    const codes = () => recordings.status().notices.map(({ code }) => code)
    space.bytes = 100_000_000
    mono.at += 4_500
    await soon(() => expect(codes()).toEqual(['disk-low', 'microphone-silent']))
    space.bytes = 50_000_000_000
    capturing(0)
    await soon(() => expect(codes()).toEqual([]))
    recordings.recorderGone()
    mono.at += 2_500
    // The source is known to be away: its silence says nothing.
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(codes()).toEqual(['recorder-restarting'])
  })

  it('is accompanied by levels and devices', () => {
    const { recordings, payloads } = setUp()
    const level = { source: 'microphone' as const, rms: 0.1, peak: 0.4, clipped: false }
    recordings.recorderEvent({ type: 'level', level })
    expect(payloads('recording:level')).toEqual([level])
    const devices = [{ deviceId: 'a', label: 'USB' }]
    recordings.recorderEvent({ type: 'devices', devices })
    expect(payloads('devices:changed')).toEqual([devices])
    expect(recordings.devices()).toEqual(devices)
  })
})

describe('a recording without sound', () => {
  it('makes no file', () => {
    const { library, meetingId } = begun()
    expect(existsSync(library.audioPath(meetingId, 'microphone'))).toBe(false)
  })
})
