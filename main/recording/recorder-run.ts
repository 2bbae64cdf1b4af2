import { setTimeout as delay } from 'node:timers/promises'
import type { Source } from '../../common/model'
import { samplesToMs } from '../../common/time'
import { createDriftDetector, type DriftDetector } from './drift-detector'

/** Main's end of the channel with the audio and the events of one run of the recorder. */
export interface AudioPort {
  on(name: 'message', take: (message: { readonly data: unknown }) => void): unknown
  on(name: 'close', run: () => void): unknown
  /** Nothing arrives before it. */
  start(): void
  close(): void
}

export interface ReceivedChunk {
  readonly source: Source
  /** The sample after its last one. */
  readonly endSample: number
}

/** One run of the recorder page in a recording. A page that crashed gets another run. */
export interface RecorderRun {
  readonly id: string
  /** Whether the page may still report something about it. */
  readonly isOn: boolean
  markStopped(): void
  /** The sample after the last one that arrived, by source. */
  receivedUntil(source: Source): number | null
  /** The same for the source that is furthest; 0 before any audio. */
  receivedUntilAny(): number
  /** Call it once a second. Returns the first source that lost time permanently, or null. */
  findLostTime(nowMs: number): Source | null
  /** Forgets the drift of a source, for example after a pause. */
  resetDrift(source: Source): void
  /** Resolves when no chunk has come for `quietMs`, or after `longestMs`. */
  drain(limits: { readonly quietMs: number; readonly longestMs: number }): Promise<void>
  close(): void
}

export interface RecorderRunOptions {
  readonly id: string
  readonly port: AudioPort
  /** Reports a message of the port that is an event. Returns false if it is none. */
  readonly receiveEvent: (message: unknown) => boolean
  /** Takes one of the other messages; null if it is not an audio chunk. */
  readonly accept: (message: unknown) => ReceivedChunk | null
}

export function createRecorderRun(options: RecorderRunOptions): RecorderRun {
  const { id, port, receiveEvent, accept } = options
  const received = new Map<Source, number>()
  const drift = new Map<Source, DriftDetector>()
  let chunks = 0
  let isPortClosed = false
  let isOn = true

  port.on('message', ({ data }) => {
    const chunk = receiveEvent(data) ? null : accept(data)
    if (chunk === null) return
    received.set(chunk.source, chunk.endSample)
    chunks += 1
  })
  port.on('close', () => {
    isPortClosed = true
  })
  port.start()

  return {
    id,
    get isOn() {
      return isOn
    },
    markStopped: () => {
      isOn = false
    },
    receivedUntil: (source) => received.get(source) ?? null,
    receivedUntilAny: () => Math.max(0, ...received.values()),
    findLostTime: (nowMs) => {
      for (const [source, sample] of received) {
        const detector = drift.get(source) ?? createDriftDetector()
        drift.set(source, detector)
        if (detector.isLost(nowMs, samplesToMs(sample))) return source
      }
      return null
    },
    resetDrift: (source) => void drift.delete(source),
    drain: async ({ quietMs, longestMs }) => {
      for (let waited = 0; !isPortClosed && waited < longestMs; waited += quietMs) {
        const before = chunks
        await delay(quietMs)
        if (chunks === before) return
      }
    },
    close: () => port.close(),
  }
}
