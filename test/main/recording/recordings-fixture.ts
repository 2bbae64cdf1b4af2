import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { onTestFinished } from 'vitest'
import type { MainEventName, MainEvents } from '../../../main/boundary/events'
import { ok, type ErrorValue, type Result } from '../../../common/errors'
import {
  defaultSettings,
  type RecorderOrder,
  type RecorderStart,
  type CapturedSource,
  type SessionGrant,
  type Settings,
} from '../../../common/model'
import type { Library } from '../../../main/library/library'
import type { WavOptions } from '../../../main/audio-files/wav'
import type { RequestGrant } from '../../../main/recording/token-gate'
import { createRecordings } from '../../../main/recording/recording'
import { newLibrary } from '../library/folder'
import { audioPortOf } from './audio-port'

type GrantRequest = Parameters<RequestGrant>[2]

export interface Emitted {
  name: MainEventName
  payload: unknown
}

const startedAt = new Date(2026, 10, 25, 10, 2).getTime()

/** Recordings with a library on the disk, a recorder page of a few lines, and a clock by hand. */
export function setUp(options: { library?: Library; wav?: WavOptions; stopMs?: number } = {}) {
  const library = options.library ?? newLibrary()
  const clock = { at: startedAt }
  const mono = clock
  const wall = { at: startedAt }
  const restarts: number[] = []
  const space: { bytes: number | null } = { bytes: null }
  const reserve = { isKept: false }
  const systemSound: { problem: ErrorValue | null; hearsOwn: boolean } = {
    problem: null,
    hearsOwn: false,
  }
  const emitted: Emitted[] = []
  const starts: RecorderStart[] = []
  const changes: RecorderOrder[] = []
  const stops: string[] = []
  const pagePorts: MessagePort[] = []
  const sources = { microphone: true, system: false }
  const settings: Settings = { ...defaultSettings, sources, microphoneId: 'usb-1' }
  const grants: {
    answer: (
      signal: GrantRequest['signal'],
      onWait: GrantRequest['onWait'],
    ) => Promise<Result<SessionGrant>>
  } = {
    answer: async () => ok({ url: 'ws://127.0.0.1:1/v3/ws', token: 'secret', model: 'base' }),
  }
  let ids = 0

  const recordings = createRecordings({
    library,
    settings: () => settings,
    grant: (_source, _settings, { signal, onWait }) => grants.answer(signal, onWait),
    rememberAnswer: (requested, answered) => {
      if (settings.modelAnswers[requested] === answered) return false
      settings.modelAnswers = { ...settings.modelAnswers, [requested]: answered }
      return true
    },
    broadcast: (name, payload) => emitted.push({ name, payload }),
    freeBytes: () => Promise.resolve(space.bytes),
    systemSound: { problem: () => systemSound.problem, hearsOwn: () => systemSound.hearsOwn },
    reserve: {
      keep: async () => void (reserve.isKept = true),
      release: () => void (reserve.isKept = false),
    },
    newId: () => `id-${(ids += 1)}`,
    now: () => wall.at,
    monotonic: () => clock.at,
    wav: options.wav ?? {},
    limits: {
      flush: 10,
      status: 20,
      stop: options.stopMs ?? 5_000,
      quiet: 50,
      drain: 500,
      space: 20,
    },
    sleptNoticeMs: 300,
    recorder: {
      start: (start) => starts.push(start),
      change: (order) => changes.push(order),
      stop: (recordingId) => stops.push(recordingId),
      restart: () => restarts.push(mono.at),
      openAudioPort: () => {
        const { port1, port2 } = new MessageChannel()
        pagePorts.push(port2)
        return audioPortOf(port1)
      },
      receiveEvent: () => false,
    },
  })
  onTestFinished(async () => {
    const stopping = recordings.stop()
    recordings.recorderGone()
    await stopping
    for (const port of pagePorts) port.close()
  })

  return {
    library,
    recordings,
    clock,
    /** The same as `clock`. */
    mono,
    /** The wall clock, which anybody can set. */
    wall,
    restarts,
    space,
    systemSound,
    reserve,
    emitted,
    starts,
    changes,
    stops,
    grants,
    settings,
    startedAt,
    /** Sends sound as the recorder page does, `ms` long, over the port of the newest start. */
    send: (firstMs: number, ms: number, source: CapturedSource = 'microphone') => {
      const samples = new Int16Array(ms * 16).fill(1_000)
      const message = { source, firstSample: firstMs * 16, pcm: samples.buffer }
      pagePorts.at(-1)?.postMessage(message, [samples.buffer])
    },
    closePagePort: () => pagePorts.at(-1)?.close(),
    capturing: (firstMs: number, source: CapturedSource = 'microphone', substitute = false) =>
      recordings.recorderEvent({
        type: 'capturing',
        source,
        deviceRate: 48_000,
        label: source === 'microphone' ? 'USB' : 'System audio',
        substitute,
        firstSample: firstMs * 16,
      }),
    session: (sessionId: string, offsetMs = 0) =>
      recordings.recorderEvent({
        type: 'session',
        source: 'microphone',
        sessionId,
        model: 'base',
        offsetMs,
      }),
    stopped: () =>
      recordings.recorderEvent({ type: 'stopped', recordingId: starts.at(-1)?.recordingId ?? '' }),
    payloads: <E extends MainEventName>(name: E) =>
      emitted.filter((event) => event.name === name).map(({ payload }) => payload as MainEvents[E]),
  }
}
