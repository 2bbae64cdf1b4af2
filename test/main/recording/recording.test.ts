import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { errorValue, fail, ok, type ErrorCode, type Result } from '../../../preload/errors'
import type { ConnectionState, Gap, SessionGrant, Turn } from '../../../preload/model'
import type { WavFile } from '../../../main/library/wav'
import { must, newLibrary, turnOf } from '../library/folder'
import { setUp } from './fakes'

/** Timers and ports are real here; a busy machine needs time. */
const soon = (check: () => void) => vi.waitFor(check, { timeout: 10_000 })
const samplesOf = (path: string) => {
  const bytes = readFileSync(path)
  return Array.from({ length: bytes.readUInt32LE(40) / 2 }, (_, i) => bytes.readInt16LE(44 + 2 * i))
}
const begun = (options: Parameters<typeof setUp>[0] = {}) => {
  const setting = setUp(options)
  setting.recordings.recorderReady()
  const { meetingId } = must(setting.recordings.start())
  setting.capturing(0)
  setting.session('session-1')
  return { ...setting, meetingId }
}
const turnEvent = (over: Partial<Turn> = {}) => ({ type: 'turn' as const, turn: turnOf(over) })

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

describe('stop', () => {
  it('takes sound and words until the recorder has stopped, then closes everything', async () => {
    const { recordings, library, meetingId, send, stopped, stops, starts, clock, payloads } =
      begun()
    clock.at += 500
    send(0, 450)
    const stopping = recordings.stop()
    expect(recordings.status()).toMatchObject({ state: 'finishing', elapsedMs: 500 })
    expect(must(library.meetings.get(meetingId)).state).toBe('finishing')
    expect(stops).toEqual([starts[0]?.recordingId])
    expect(recordings.stop()).toBe(stopping)
    clock.at += 900
    recordings.recorderEvent(turnEvent())
    stopped()
    // On its own way, the last sound arrives after the word that there is no more.
    send(450, 50)
    must(await stopping)
    expect(must(library.meetings.get(meetingId))).toMatchObject({
      state: 'done',
      durationMs: 500,
      turnCount: 1,
      audio: [{ source: 'microphone', samples: 8_000 }],
    })
    expect(payloads('recording:status').at(-1)).toMatchObject({ state: 'idle', meetingId: null })
    expect(payloads('meetings:changed').at(-1)).toMatchObject({ state: 'done' })
    expect(await recordings.stop()).toMatchObject({ ok: false, error: { code: 'not-recording' } })
  })

  it('ends also where the recorder never answers', async () => {
    const { recordings, library, meetingId } = begun({ stopMs: 100 })
    must(await recordings.stop())
    expect(must(library.meetings.get(meetingId)).state).toBe('done')
  })

  it('does not wait for a recorder that is gone', async () => {
    const { recordings } = begun()
    const before = performance.now()
    const stopping = recordings.stop()
    recordings.recorderGone()
    must(await stopping)
    expect(performance.now() - before).toBeLessThan(4_000)
  })

  it('counts a gap that comes after it to the meeting that it is of', async () => {
    const { recordings, library, meetingId, starts, clock, send, payloads } = begun({ stopMs: 100 })
    clock.at += 10_000
    for (let at = 0; at < 10_000; at += 2_000) send(at, 2_000)
    await soon(() =>
      expect(samplesOf(library.audioPath(meetingId, 'microphone'))).toHaveLength(160_000),
    )
    must(await recordings.stop())
    expect(must(library.meetings.get(meetingId))).toMatchObject({ state: 'done', textPercent: 100 })
    const second = must(recordings.start())
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
    expect(must(library.gaps.list(second.meetingId))).toEqual([])
    const fill = library.fill(meetingId, { gap: { ...gap, filled: true }, turns: [], dropped: [] })
    expect(fill.ok).toBe(true)
    expect(must(library.meetings.get(meetingId))).toMatchObject({ textPercent: 100 })
  })

  it('is not ended by the word of an earlier recording', async () => {
    const { recordings, starts, stopped } = begun()
    const first = recordings.stop()
    stopped()
    must(await first)
    must(recordings.start())
    const second = recordings.stop()
    recordings.recorderEvent({ type: 'stopped', recordingId: starts[0]!.recordingId })
    let over = false
    void second.then(() => (over = true))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(over).toBe(false)
    stopped()
    must(await second)
  })
})

describe('a recorder that goes away', () => {
  it('is started again in the same meeting, with a gap for what was not heard', async () => {
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
    expect(starts[1]).toMatchObject({ startedAt: starts[0]!.startedAt })
    expect(starts[1]!.recordingId).not.toBe(starts[0]!.recordingId)
    // Sound of the new page may overtake its word that it captures.
    send(3_400, 100)
    await soon(() =>
      expect(samplesOf(library.audioPath(meetingId, 'microphone'))).toHaveLength(56_000),
    )
    capturing(3_400)
    expect(recordings.status().notices).toEqual([])
    const stopping = recordings.stop()
    stopped()
    must(await stopping)
    expect(payloads('transcript:gap')).toMatchObject([
      { meetingId, gap: { startMs: 0, endMs: 2_000, reason: 'engine', sound: true } },
      {
        meetingId,
        gap: { source: 'microphone', startMs: 2_000, endMs: 3_400, reason: 'recorder-restart' },
      },
    ])
    expect(must(library.gaps.list(meetingId))).toHaveLength(2)
    const samples = samplesOf(library.audioPath(meetingId, 'microphone'))
    expect(samples.slice(32_000, 54_400).every((sample) => sample === 0)).toBe(true)
    expect(samples.slice(54_400)).toHaveLength(1_600)
  })

  it('leaves a gap to be filled in for the words that were not final', async () => {
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
    // Its session may begin before its sound does.
    session('session-2', 2_400)
    capturing(2_500)
    expect(payloads('transcript:gap')).toMatchObject([
      { gap: { startMs: 1_200, endMs: 2_000, reason: 'engine', sound: true } },
      { gap: { startMs: 2_000, endMs: 2_500, reason: 'recorder-restart', sound: false } },
    ])
  })

  it('loses no more than the last moments of a live connection, and nothing that a gap has', async () => {
    const { recordings, send, clock, capturing, payloads, library, meetingId } = begun()
    clock.at += 10_000
    for (let at = 0; at < 10_000; at += 2_000) send(at, 2_000)
    recordings.recorderEvent({
      type: 'connection',
      source: 'microphone',
      state: 'live',
      error: null,
    })
    const told = { source: 'microphone', reason: 'network', sound: true, filled: false } as const
    recordings.recorderEvent({
      type: 'gap',
      gap: { id: 'g', startMs: 8_500, endMs: 9_000, ...told },
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

  it('and does not come back leaves a gap up to Stop', async () => {
    const { recordings, send, clock, library, meetingId } = begun()
    clock.at += 1_000
    send(0, 1_000)
    await soon(() =>
      expect(samplesOf(library.audioPath(meetingId, 'microphone'))).toHaveLength(16_000),
    )
    recordings.recorderGone()
    clock.at += 4_000
    must(await recordings.stop())
    expect(must(library.gaps.list(meetingId))).toMatchObject([
      { startMs: 0, endMs: 1_000, sound: true },
      { startMs: 1_000, endMs: 5_000, sound: false },
    ])
    expect(must(library.meetings.get(meetingId))).toMatchObject({
      state: 'done',
      durationMs: 5_000,
    })
  })

  it('is noticed when it is ready again without having been missed', () => {
    const { recordings, starts } = begun()
    recordings.recorderReady()
    expect(starts).toHaveLength(2)
    expect(recordings.status().notices[0]?.code).toBe('recorder-restarting')
  })

  it('while nothing is recorded changes nothing', () => {
    const { recordings, starts, told } = setUp()
    recordings.recorderReady()
    recordings.recorderGone()
    recordings.recorderReady()
    expect(starts).toEqual([])
    expect(told).toEqual([])
  })
})

describe('lend', () => {
  it('gives a grant for the recording that is on, and for no other', async () => {
    const { recordings, starts, stopped } = begun()
    const recordingId = starts[0]!.recordingId
    expect(await recordings.lend(recordingId, 'microphone')).toMatchObject({ ok: true })
    expect(await recordings.lend('another', 'microphone')).toMatchObject({
      error: { code: 'token-not-lent' },
    })
    recordings.recorderGone()
    recordings.recorderReady()
    expect(await recordings.lend(recordingId, 'microphone')).toMatchObject({ ok: false })
    const stopping = recordings.stop()
    expect(await recordings.lend(starts[1]!.recordingId, 'microphone')).toMatchObject({ ok: false })
    stopped()
    await stopping
    expect(await recordings.lend(starts[1]!.recordingId, 'microphone')).toMatchObject({ ok: false })
  })

  it('keeps back a grant that was minted while the recording ended', async () => {
    const { recordings, starts, grants } = begun()
    let mint: (granted: Result<SessionGrant>) => void = () => {}
    let given: AbortSignal | undefined
    grants.answer = (signal) => {
      given = signal
      return new Promise((resolve) => (mint = resolve))
    }
    const lent = recordings.lend(starts[0]!.recordingId, 'microphone')
    expect(given?.aborted).toBe(false)
    void recordings.stop()
    expect(given?.aborted).toBe(true)
    mint(ok({ url: 'ws://127.0.0.1:1', token: 'secret', model: 'base' }))
    expect(await lent).toEqual(fail('token-not-lent'))
  })

  it('says what a token waits for, but not while words come and there is time', async () => {
    const { recordings, starts, grants } = begun()
    grants.answer = async (_life, onWait) => {
      onWait(errorValue('rate-limited'))
      return fail('rate-limited')
    }
    const tell = (state: ConnectionState) =>
      recordings.recorderEvent({ type: 'connection', source: 'microphone', state, error: null })
    tell('live')
    await recordings.lend(starts[0]!.recordingId, 'microphone')
    expect(recordings.status().notices).toEqual([])
    tell('connecting')
    await recordings.lend(starts[0]!.recordingId, 'microphone')
    expect(recordings.status().notices).toMatchObject([{ code: 'rate-limited' }])
  })

  it('hands on why there is no grant', async () => {
    const { recordings, starts, grants } = begun()
    grants.answer = async () => fail('no-key')
    expect(await recordings.lend(starts[0]!.recordingId, 'microphone')).toEqual(fail('no-key'))
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
