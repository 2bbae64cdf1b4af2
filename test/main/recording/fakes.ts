import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { onTestFinished } from 'vitest'
import type { EventName, EventPayload } from '../../../preload/contract'
import { ok, type Result } from '../../../preload/errors'
import {
  defaultSettings,
  type RecorderOrder,
  type RecorderStart,
  type CapturedSource,
  type SessionGrant,
  type Settings,
} from '../../../preload/model'
import type { Library } from '../../../main/library/library'
import type { WavOptions } from '../../../main/library/wav'
import type { Lending } from '../../../main/recording/options'
import { createRecordings } from '../../../main/recording/recording'
import { newLibrary } from '../library/folder'

export interface Told {
  name: EventName
  payload: unknown
}

const startedAt = new Date(2026, 10, 25, 10, 2).getTime()

/** Recordings with a library on the disk, a recorder page of a few lines, and a clock by hand. */
export function setUp(options: { library?: Library; wav?: WavOptions; stopMs?: number } = {}) {
  const library = options.library ?? newLibrary()
  const clock = { at: startedAt }
  const mono = { at: 0 }
  const restarts: number[] = []
  const space: { bytes: number | null } = { bytes: null }
  const reserve = { isKept: false }
  const told: Told[] = []
  const starts: RecorderStart[] = []
  const changes: RecorderOrder[] = []
  const stops: string[] = []
  const pagePorts: MessagePort[] = []
  const sources = { microphone: true, system: false }
  const settings: Settings = { ...defaultSettings, sources, microphoneId: 'usb-1' }
  const grants: {
    answer: (life: Lending['life'], onWait: Lending['onWait']) => Promise<Result<SessionGrant>>
  } = {
    answer: async () => ok({ url: 'ws://127.0.0.1:1/v3/ws', token: 'secret', model: 'base' }),
  }
  let ids = 0

  const recordings = createRecordings({
    library,
    settings: () => settings,
    grant: (_source, _settings, { life, onWait }) => grants.answer(life, onWait),
    broadcast: (name, payload) => told.push({ name, payload }),
    freeBytes: () => Promise.resolve(space.bytes),
    reserve: {
      keep: async () => void (reserve.isKept = true),
      release: () => void (reserve.isKept = false),
    },
    newId: () => `id-${(ids += 1)}`,
    now: () => clock.at,
    monotonic: () => mono.at,
    wav: options.wav ?? {},
    limits: {
      flush: 10,
      status: 20,
      stop: options.stopMs ?? 5_000,
      quiet: 50,
      drain: 500,
      sleptNotice: 300,
      space: 20,
    },
    recorder: {
      start: (start) => starts.push(start),
      change: (order) => changes.push(order),
      stop: (recordingId) => stops.push(recordingId),
      restart: () => restarts.push(mono.at),
      openAudioPort: () => {
        const { port1, port2 } = new MessageChannel()
        pagePorts.push(port2)
        return {
          listen: (onMessage, onClose) => {
            port1.on('message', onMessage)
            port1.on('close', onClose)
          },
          close: () => port1.close(),
        }
      },
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
    /** The clock that nobody sets, by hand too. */
    mono,
    restarts,
    space,
    reserve,
    told,
    starts,
    changes,
    stops,
    grants,
    settings,
    startedAt,
    /** Sends sound as the recorder page does, `ms` long, over the port of the newest start. */
    send: (firstMs: number, ms: number, value = 1000, source: CapturedSource = 'microphone') => {
      const samples = new Int16Array(ms * 16).fill(value)
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
    payloads: <E extends EventName>(name: E) =>
      told.filter((event) => event.name === name).map(({ payload }) => payload as EventPayload<E>),
  }
}
