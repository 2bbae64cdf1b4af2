import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSoundChecker } from '../../../main/sound-check/sound-check'
import { errorValue } from '../../../common/errors'
import {
  defaultSettings,
  type Level,
  type RecorderOrder,
  type SoundCheck,
  type CapturedSource,
} from '../../../common/model'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function setUp({ recording = false, ready = true } = {}) {
  const told: SoundCheck[] = []
  const levels: Level[] = []
  const orders: RecorderOrder[] = []
  const stopped: string[] = []
  const closed: string[] = []
  let send: (message: unknown) => void = () => undefined
  let ids = 0
  const check = createSoundChecker({
    recorder: {
      check: (order) => orders.push(order),
      stop: (id) => stopped.push(id),
      openAudioPort: (id) => ({
        on: (name: 'message' | 'close', take: (message: { data: unknown }) => void) => {
          if (name === 'message') send = (data) => take({ data })
        },
        start: () => undefined,
        close: () => closed.push(id),
      }),
      receiveEvent: (_id, message) =>
        typeof message === 'object' && message !== null && 'event' in message,
    },
    settings: () => ({ ...defaultSettings, microphoneId: 'headset' }),
    isRecording: () => recording,
    newId: () => `check-${(ids += 1)}`,
    broadcast: (name, payload) => {
      if (name === 'sound-check:changed') told.push(payload as SoundCheck)
      else if (name === 'sound-check:level') levels.push(payload as Level)
      else throw new Error(name)
    },
  })
  if (ready) check.recorderReady()
  const id = () => orders.at(-1)?.recordingId ?? ''
  const level = (source: CapturedSource, rms = 0.05) =>
    check.event(id(), { type: 'level', level: { source, rms, peak: rms * 3, clipped: false } })
  const capturing = (source: CapturedSource, substitute = false) =>
    check.event(id(), {
      type: 'capturing',
      source,
      label: `the ${source}`,
      deviceRate: 48_000,
      substitute,
      firstSample: 0,
    })
  const chunk = (source: CapturedSource, ms: number) =>
    send({ source, firstSample: ms * 16, pcm: new Int16Array(800).fill(ms).buffer })
  const last = () => told.at(-1)
  const found = (source: CapturedSource) => last()?.sources.find((one) => one.source === source)
  return { check, told, levels, orders, stopped, closed, id, level, capturing, chunk, last, found }
}

describe('a check', () => {
  it('listens to both sources for five seconds, with the devices of the settings', () => {
    const { check, orders, level, capturing, last, found, stopped, id, levels } = setUp()
    expect(check.start()).toEqual({ ok: true, value: undefined })
    expect(orders).toMatchObject([
      {
        paused: false,
        sources: [
          { source: 'microphone', deviceId: 'headset', processing: defaultSettings.processing },
          { source: 'system' },
        ],
      },
    ])
    expect(last()?.state).toBe('opening')
    level('microphone')
    expect(last()?.state).toBe('opening')
    level('system')
    expect(last()).toMatchObject({ state: 'listening', lengthMs: 5_000 })
    capturing('microphone')
    level('microphone')
    level('system')
    vi.advanceTimersByTime(4_999)
    expect(stopped).toEqual([])
    vi.advanceTimersByTime(1)
    expect(stopped).toEqual([id()])
    check.event(id(), { type: 'stopped', recordingId: id() })
    expect(last()?.state).toBe('done')
    expect(found('microphone')).toMatchObject({ label: 'the microphone', findings: ['fine'] })
    expect(found('system')).toMatchObject({ findings: ['fine'], error: null })
    expect(levels).toHaveLength(4)
    expect(check.isOn).toBe(false)
  })

  it('that is requested before the recorder is ready starts when it is', () => {
    const { check, orders, level, last } = setUp({ ready: false })
    check.start()
    expect(last()?.state).toBe('opening')
    expect(orders).toEqual([])
    vi.advanceTimersByTime(2_500)
    check.recorderReady()
    expect(orders).toHaveLength(1)
    // The devices have their full time from here.
    vi.advanceTimersByTime(2_500)
    expect(last()?.state).toBe('opening')
    level('microphone')
    level('system')
    expect(last()?.state).toBe('listening')
  })

  it('judges the audio while it listened, not while the devices opened', () => {
    const { check, level, found, id } = setUp()
    check.start()
    level('microphone', 0.3)
    level('system', 0.3)
    level('microphone', 0)
    level('system', 0)
    vi.advanceTimersByTime(5_000)
    check.event(id(), { type: 'stopped', recordingId: id() })
    expect(found('microphone')?.findings).toEqual(['silent'])
    expect(found('system')?.findings).toEqual(['silent'])
  })

  it('reports why a source cannot be opened, and continues with the other', () => {
    const { check, level, found, last, id } = setUp()
    check.start()
    const error = errorValue('microphone-denied')
    check.event(id(), { type: 'problem', source: 'microphone', error })
    level('system')
    expect(last()?.state).toBe('listening')
    level('system')
    vi.advanceTimersByTime(6_000)
    expect(found('microphone')).toMatchObject({
      error: { code: 'microphone-denied' },
      findings: [],
    })
    expect(found('system')?.findings).toEqual(['fine'])
  })

  it('waits no longer than three seconds for a source, nor for the end', () => {
    const { check, level, found, last } = setUp()
    check.start()
    vi.advanceTimersByTime(3_000)
    expect(last()?.state).toBe('listening')
    level('microphone')
    vi.advanceTimersByTime(6_000)
    expect(last()?.state).toBe('done')
    expect(found('system')).toMatchObject({ error: { code: 'system-failed' }, soundUrl: null })
  })

  it('reports that the default microphone was used instead', () => {
    const { check, level, capturing, found } = setUp()
    check.start()
    capturing('microphone', true)
    level('microphone')
    level('system')
    level('microphone')
    vi.advanceTimersByTime(6_000)
    expect(found('microphone')?.findings).toEqual(['substitute', 'fine'])
  })

  it('keeps the audio in memory until its panel is closed', async () => {
    const { check, level, chunk, found, id, closed } = setUp()
    check.start()
    vi.advanceTimersByTime(500)
    for (let ms = 0; ms < 500; ms += 50) chunk('microphone', ms)
    level('microphone')
    level('system')
    for (let ms = 500; ms < 5_500; ms += 50) chunk('microphone', ms)
    level('microphone')
    expect(check.sound('check-1-microphone')).toBeNull()
    vi.advanceTimersByTime(6_000)
    const wav = check.sound('check-1-microphone')
    // Five seconds, from the first one of listening.
    expect(wav?.size).toBe(44 + 5_000 * 32)
    const first = await wav?.read(44, 2)
    expect(Buffer.from(first ?? []).readInt16LE()).toBe(500)
    expect(check.sound('check-1-system')).toBeNull()
    expect(check.sound('check-2-microphone')).toBeNull()
    expect(found('microphone')?.soundUrl).toBe('media://meeting/check-1-microphone/sound')
    check.end()
    expect(check.sound('check-1-microphone')).toBeNull()
    expect(closed).toContain(id())
  })

  it('is refused during a recording', () => {
    const { check, orders } = setUp({ recording: true })
    expect(check.start()).toMatchObject({ ok: false, error: { code: 'already-recording' } })
    expect(orders).toEqual([])
  })

  it('ends when the next one starts, and gets none of its audio', () => {
    const { check, orders, stopped, last, level } = setUp()
    check.start()
    check.start()
    expect(orders.map(({ recordingId }) => recordingId)).toEqual(['check-1', 'check-2'])
    expect(stopped).toEqual(['check-1'])
    check.event('check-1', { type: 'stopped', recordingId: 'check-1' })
    expect(last()?.state).toBe('opening')
    level('microphone')
    level('system')
    expect(last()?.state).toBe('listening')
  })

  it('ends when its panel is closed, and reports nothing afterwards', () => {
    const { check, told, stopped, level } = setUp()
    check.start()
    level('microphone')
    const before = told.length
    check.end()
    check.end()
    expect(stopped).toEqual(['check-1'])
    level('system')
    vi.advanceTimersByTime(20_000)
    expect(told).toHaveLength(before)
    expect(check.isOn).toBe(false)
  })

  it('ends when the recorder page ends', () => {
    const { check, last } = setUp()
    check.start()
    check.recorderGone()
    expect(last()).toMatchObject({
      state: 'done',
      sources: [{ error: { code: 'microphone-failed' } }, { error: { code: 'system-failed' } }],
    })
  })
})
