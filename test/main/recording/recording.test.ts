import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errorValue, fail, type ErrorCode } from '../../../preload/errors'
import type { Gap } from '../../../preload/model'
import type { WavFile } from '../../../main/library/wav'
import { must, newLibrary, turnOf } from '../library/folder'
import { begun, samplesOf, soon, turnEvent } from './begun'
import { setUp } from './fakes'

describe('start', () => {
  it('puts the meeting in the list at once and starts the recorder with the settings', () => {
    const { recordings, library, starts, settings, startedAt, payloads } = setUp()
    recordings.recorderReady()
    const { meetingId } = must(recordings.start())
    expect(must(library.meetings.list())).toMatchObject([
      { id: meetingId, title: 'Meeting, 10:02', startedAt, state: 'recording', model: 'base' },
    ])
    expect(starts).toEqual([
      {
        recordingId: expect.any(String),
        startedAt,
        paused: false,
        sessions: 'per-source',
        sources: [{ source: 'microphone', deviceId: 'usb-1', processing: settings.processing }],
      },
    ])
    expect(payloads('meetings:changed')).toMatchObject([{ id: meetingId, state: 'recording' }])
    expect(payloads('recording:status').at(-1)).toMatchObject({ state: 'starting', meetingId })
    expect(recordings.start()).toMatchObject({ ok: false, error: { code: 'already-recording' } })
  })

  it('waits for a recorder that is not there yet', () => {
    const { recordings, starts } = setUp()
    must(recordings.start())
    expect(starts).toEqual([])
    recordings.recorderReady()
    expect(starts).toHaveLength(1)
  })

  it('says "recording" only once sound is in', () => {
    const { recordings, capturing } = setUp()
    recordings.recorderReady()
    must(recordings.start())
    expect(recordings.status().state).toBe('starting')
    capturing(120)
    expect(recordings.status().state).toBe('recording')
  })

  it.each<ErrorCode>([
    'no-microphone',
    'microphone-denied',
    'microphone-busy',
    'microphone-failed',
  ])('leaves nothing behind when the answer is %s', (code) => {
    const { recordings, library, payloads, stops, starts } = setUp()
    recordings.recorderReady()
    const { meetingId } = must(recordings.start())
    recordings.recorderEvent({ type: 'problem', source: 'microphone', error: errorValue(code) })
    expect(recordings.status()).toMatchObject({ state: 'idle', notices: [{ code }] })
    expect(must(library.meetings.list())).toEqual([])
    expect(payloads('meetings:removed')).toEqual([{ id: meetingId }])
    expect(stops).toEqual([starts[0]?.recordingId])
    must(recordings.start())
    expect(recordings.status().notices).toEqual([])
  })
})

describe('sound', () => {
  it('is in the file, in its place, before Stop', async () => {
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
    await soon(() => expect(recordings.status().savedAt).toBe(clock.at))
  })

  /** A disk that takes nothing while it is full. */
  function fullDisk() {
    const room = { full: true }
    const file: WavFile = {
      write: async (_bytes, _offset, length) => {
        if (room.full) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
        return { bytesWritten: length }
      },
      datasync: async () => undefined,
      close: async () => undefined,
    }
    return { room, open: async () => file }
  }

  it('that cannot be written is told, and the recording and its text go on', async () => {
    const { room, open } = fullDisk()
    const { recordings, library, send, capturing, stopped, payloads, reserve, space } = setUp({
      wav: { open },
    })
    recordings.recorderReady()
    const { meetingId } = must(recordings.start())
    expect(reserve.isKept).toBe(true)
    capturing(0)
    send(0, 50)
    await soon(() => expect(recordings.status().notices[0]?.code).toBe('disk-full'))
    expect(recordings.status().state).toBe('recording')
    expect(reserve.isKept).toBe(false)
    recordings.recorderEvent(turnEvent())
    expect(payloads('transcript:turn')).toHaveLength(1)
    room.full = false
    // What little room there is belongs to the text.
    space.bytes = 8_000_000
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(recordings.status().notices.map(({ code }) => code)).toContain('disk-full')
    space.bytes = 600_000_000
    await soon(() => expect(recordings.status().notices).toEqual([]))
    await soon(() => expect(reserve.isKept).toBe(true))
    const stopping = recordings.stop()
    stopped()
    must(await stopping)
    expect(must(library.meetings.get(meetingId))).toMatchObject({
      state: 'done',
      turnCount: 1,
      audio: [{ source: 'microphone', samples: 800 }],
    })
    expect(must(library.gaps.list(meetingId))).toEqual([])
  })

  it('that cannot be written to the end has a gap', async () => {
    const { room, open } = fullDisk()
    const { recordings, library, send, capturing, stopped, clock } = setUp({ wav: { open } })
    recordings.recorderReady()
    room.full = false
    const { meetingId } = must(recordings.start())
    capturing(0)
    send(0, 500)
    await soon(() => expect(recordings.status().savedAt).not.toBeNull())
    room.full = true
    clock.at += 2_000
    send(500, 1_500)
    await soon(() => expect(recordings.status().notices[0]?.code).toBe('disk-full'))
    const stopping = recordings.stop()
    stopped()
    must(await stopping)
    expect(must(library.gaps.list(meetingId))).toMatchObject([
      { reason: 'disk-full', sound: false, startMs: 500, endMs: 2_000 },
    ])
    expect(must(library.meetings.get(meetingId))).toMatchObject({
      state: 'done',
      missingSoundMs: 1_500,
    })
    expect(recordings.status().notices.map(({ code }) => code)).toEqual(['disk-full'])
  })
})

describe('words', () => {
  it('are stored before they are told to the windows', () => {
    const { recordings, library, meetingId, told, payloads } = begun()
    recordings.recorderEvent(turnEvent({ isFinal: false, finalMs: null, text: 'hello' }))
    recordings.recorderEvent(turnEvent())
    recordings.recorderEvent(turnEvent({ isFinal: false, finalMs: null, text: 'late partial' }))
    expect(payloads('transcript:turn').map(({ turn }) => turn.text)).toEqual([
      'hello',
      'hello there',
    ])
    expect(must(library.turns.list(meetingId))).toEqual([turnOf()])
    expect(told.every(({ name }) => name !== 'recorder:start')).toBe(true)
    expect(must(library.sessions.list(meetingId))).toMatchObject([{ id: 'session-1' }])
  })

  it('set the live delay', () => {
    const { recordings, clock } = begun()
    expect(recordings.status().delayMs).toBeNull()
    clock.at += 2_600
    recordings.recorderEvent(turnEvent())
    expect(recordings.status().delayMs).toBe(600)
  })

  it('take drops of partials, speaker revisions and gaps', () => {
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
    expect(must(library.transcript(meetingId))).toMatchObject({
      turns: [{ speaker: 'B' }],
      gaps: [gap],
    })
  })

  it('that the disk does not take are shown, and stored when it does', async () => {
    const library = newLibrary()
    const disk = { full: true }
    const { turns } = library
    library.turns = {
      ...turns,
      upsert: (id, turn) => (disk.full ? fail('disk-full') : turns.upsert(id, turn)),
    }
    const { recordings, capturing, session, payloads } = setUp({ library })
    recordings.recorderReady()
    const { meetingId } = must(recordings.start())
    capturing(0)
    session('session-1')
    recordings.recorderEvent(turnEvent())
    recordings.recorderEvent(turnEvent({ isFinal: false, finalMs: null, text: 'late partial' }))
    expect(payloads('transcript:turn')).toHaveLength(1)
    expect(recordings.status().notices[0]?.code).toBe('disk-full')
    disk.full = false
    await soon(() => expect(must(library.turns.list(meetingId))).toEqual([turnOf()]))
    expect(recordings.status().notices).toEqual([])
  })

  it('that come after the end still go to their meeting', async () => {
    const { recordings, library, meetingId, stopped, capturing, session } = begun()
    const stopping = recordings.stop()
    stopped()
    must(await stopping)
    recordings.recorderEvent(turnEvent())
    const second = must(recordings.start())
    capturing(0)
    session('session-2')
    recordings.recorderEvent(turnEvent({ turnOrder: 1, text: 'also late' }))
    recordings.recorderEvent(turnEvent({ sessionId: 'session-2', text: 'new' }))
    const texts = (id: string) => must(library.turns.list(id)).map(({ text }) => text)
    expect(texts(meetingId)).toEqual(['hello there', 'also late'])
    expect(texts(second.meetingId)).toEqual(['new'])
  })
})

describe('status', () => {
  it('comes once a second and with each change', async () => {
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

  it('tells what the watchdog finds, the worst first, until it is over', async () => {
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
    // The source is known to be away: that it is silent too says nothing.
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(codes()).toEqual(['recorder-restarting'])
  })

  it('has levels and devices beside it', () => {
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

describe('nothing recorded', () => {
  it('makes no file', () => {
    const { library, meetingId } = begun()
    expect(existsSync(library.audioPath(meetingId, 'microphone'))).toBe(false)
  })
})
