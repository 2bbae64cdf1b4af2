import type {
  RecorderOrder,
  RecorderStart,
  SessionUpdate,
  Settings,
  Source,
} from '../../common/model'
import { samplesToMs } from '../../common/time'
import { createLog } from '../platform'
import type { AbsenceReason, CaptureGaps } from './capture-gaps'
import type { MeetingClock } from './clock'
import { createHeartbeat } from './heartbeat'
import {
  createRecorderRun,
  type AudioPort,
  type ReceivedChunk,
  type RecorderRun,
} from './recorder-run'
import type { RecordingSources } from './sources'

const log = createLog('recorder-supervisor')

/** The parts of the recorder page that a recording uses. */
export interface RecorderLink {
  start(start: RecorderStart): void
  /** Sends what to capture from now on. */
  change(order: RecorderOrder): void
  stop(recordingId: string): void
  /** Ends the page immediately. It opens again automatically. */
  restart(): void
  /** Sends one end of a new channel to the page and returns the other. */
  openAudioPort(recordingId: string): AudioPort
  /** Reports a message of that port that is an event. Returns false if it is none. */
  receiveEvent(recordingId: string, message: unknown): boolean
}

/** Keeps the recorder page running during one recording, and starts it again if necessary. */
export interface RecorderSupervisor {
  /** The page can record: at the start, or again after it was gone. */
  start(): void
  /** The page crashed, was killed, or was ended because it hung. */
  pageGone(): void
  /** The page reported something. */
  heard(): void
  /** The worker of the page reported something. */
  workerHeard(): void
  /** The page reported that this run has ended. */
  runStopped(runId: string): void
  /** Sources, devices or the speech settings changed, or a pause started or ended. */
  change(): void
  /** Call it when Stop is pressed. */
  stop(): void
  /** Call it every `heartbeatCheckMs`: it ends a page that hangs. */
  checkHeartbeat(): void
  /** Call it once a second: it starts the recorder again if a source lost time. */
  checkDrift(): void
  /** A source is captured; its drift is measured from now on. */
  captured(source: Source): void
  /** The computer is about to sleep. Returns false if it already is, or the recording has ended. */
  suspend(): boolean
  /** The computer is awake again. Returns false if it was not asleep. */
  wake(): boolean
  /** Whether this is the current run, even if it has no source. */
  isCurrent(runId: string): boolean
  owns(runId: string): boolean
  /** The end of the audio of a source that has arrived, in ms of the time line, or null. */
  receivedMs(source: Source, runs: 'all' | 'before-current'): number | null
  /** Resolves when the recorder has reported its end after Stop, or cannot do so any more. */
  readonly stopped: Promise<void>
  /** Audio that was sent over the port before `stopped` can arrive after it. */
  drain(limits: { readonly quietMs: number; readonly longestMs: number }): Promise<void>
  close(): void
}

export interface RecorderSupervisorOptions {
  readonly recorder: RecorderLink
  /** Whether the page is open. */
  readonly isReady: () => boolean
  readonly newId: () => string
  /** Milliseconds of a monotonic clock. */
  readonly monotonic: () => number
  readonly clock: MeetingClock
  readonly sources: RecordingSources
  readonly gaps: CaptureGaps
  readonly sessions: Settings['sessions']
  /** The settings that open sessions get, or null. */
  readonly update: () => SessionUpdate | null
  readonly accept: (message: unknown) => ReceivedChunk | null
}

export function createRecorderSupervisor(options: RecorderSupervisorOptions): RecorderSupervisor {
  const { recorder, isReady, newId, monotonic, clock, sources, gaps } = options
  const heartbeat = createHeartbeat(monotonic())
  const runs: RecorderRun[] = []
  let isAsleep = false
  let resolveStopped = () => {}
  const stopped = new Promise<void>((resolve) => (resolveStopped = resolve))

  /** The current run, or null if the last one has ended. */
  function runOn(): RecorderRun | null {
    const last = runs.at(-1)
    return last?.isOn ? last : null
  }

  function order(recordingId: string): RecorderOrder {
    const { zeroAt, paused } = clock
    const notBeforeMs = Math.max(0, ...runs.map((run) => samplesToMs(run.receivedUntilAny())))
    const update = options.update()
    return { recordingId, zeroAt, notBeforeMs, paused, sources: [...sources.wanted()], update }
  }

  function start(): void {
    if (!isReady() || isAsleep || clock.ended) return
    heartbeat.heard(monotonic())
    const id = newId()
    const port = recorder.openAudioPort(id)
    const receiveEvent = (message: unknown) => recorder.receiveEvent(id, message)
    runs.push(createRecorderRun({ id, port, receiveEvent, accept: options.accept }))
    recorder.start({ ...order(id), sessions: options.sessions })
  }

  /** The page ends its session itself, while its next run may already have started. */
  function leave(reason: AbsenceReason): void {
    for (const source of sources.captured()) gaps.begin(source, { reason, paused: clock.paused })
    const run = runOn()
    if (isReady() && run !== null) recorder.stop(run.id)
  }

  return {
    start,
    pageGone: () => {
      if (runOn() !== null) {
        for (const source of sources.captured()) {
          const connection = sources.connectionOf(source)
          // Nothing was said since it began to wait.
          const wasLive = connection === 'live' || connection === 'waiting'
          gaps.losePage(source, { reason: 'recorder-restart', paused: clock.paused, wasLive })
        }
      }
      for (const run of runs) run.markStopped()
      sources.clearConnections()
      if (clock.ended) resolveStopped()
    },
    heard: () => heartbeat.heard(monotonic()),
    workerHeard: () => heartbeat.workerHeard(monotonic()),
    runStopped: (runId) => {
      const run = runs.find(({ id }) => id === runId)
      if (run === undefined) return
      run.markStopped()
      // Before Stop only this run has ended, for example because of a sleep.
      if (clock.ended && run === runs.at(-1)) resolveStopped()
    },
    change: () => {
      const last = runs.at(-1)
      if (!isReady() || isAsleep || clock.ended || last === undefined) return
      for (const source of sources.captured()) last.resetDrift(source)
      if (last.isOn) recorder.change(order(last.id))
      else start()
    },
    stop: () => {
      const run = runOn()
      if (!isReady() || run === null) resolveStopped()
      // It was already stopped before a sleep.
      else if (!isAsleep) recorder.stop(run.id)
    },
    checkHeartbeat: () => {
      if (!heartbeat.hangs(monotonic()) || !isReady() || runOn() === null) return
      log.error('recorder hangs')
      heartbeat.heard(monotonic())
      recorder.restart()
    },
    checkDrift: () => {
      if (isAsleep || clock.ended || clock.paused) return
      const source = runOn()?.findLostTime(monotonic()) ?? null
      if (source === null) return
      log.warn('sound lost time', { source })
      leave('recorder-restart')
      start()
    },
    captured: (source) => runs.at(-1)?.resetDrift(source),
    suspend: () => {
      if (isAsleep || clock.ended) return false
      leave('sleep')
      isAsleep = true
      return true
    },
    wake: () => {
      if (!isAsleep) return false
      isAsleep = false
      start()
      return true
    },
    isCurrent: (runId) => !isAsleep && runs.at(-1)?.id === runId,
    owns: (runId) => runs.some(({ id }) => id === runId),
    receivedMs: (source, which) => {
      const counted = which === 'all' ? runs : runs.slice(0, -1)
      const ends = counted.flatMap((run) => run.receivedUntil(source) ?? [])
      return ends.length === 0 ? null : samplesToMs(Math.max(...ends))
    },
    stopped,
    drain: async (limits) => runs.at(-1)?.drain(limits),
    close: () => {
      for (const run of runs) run.close()
    },
  }
}
