import { setTimeout as pause } from 'node:timers/promises'
import type {
  ConnectionState,
  RecorderOrder,
  RecorderStart,
  Settings,
  Source,
  WantedSource,
} from '../../preload/model'
import type { Result } from '../../preload/errors'
import { createLog } from '../log'
import type { Absence } from './absences'
import type { RecordingAudio } from './audio'
import type { MeetingClock } from './clock'
import type { Liveness } from './liveness'
import { msToSamples, samplesToMs, type AudioPort, type Lane } from './lanes'
import { orderOf, wantedSources } from './orders'
import { createLiveDelay, worstConnection, type LiveDelay } from './status'
import type { LiveTranscript } from './transcript'
import { createVitals, type Vitals } from './vitals'
import type { Facts } from './watchdog'

const log = createLog('recording')

/** The recorder page, as far as a recording knows it. */
export interface RecorderLink {
  start(start: RecorderStart): void
  /** What is to be captured has changed. */
  change(order: RecorderOrder): void
  stop(recordingId: string): void
  /** Ends the page at once, whatever it is doing; it is made again by itself. */
  restart(): void
  /** Hands one end of a new channel to the page and gives the other. */
  openAudioPort(recordingId: string): AudioPort
}

/** How long things may take, in ms. */
export interface Limits {
  /** Between writes of the sound: a killed process loses no more than this and what is on its way. */
  flush: number
  status: number
  /**
   * For the recorder to send what waits, take the last words and say so. It ends by itself sooner,
   * and a page that hangs is found out: this is for what nobody thought of.
   */
  stop: number
  /** Sound comes by another way than the word `stopped`: so long after a chunk, it is all here. */
  quiet: number
  drain: number
  /** How long the status says that the computer slept. */
  sleptNotice: number
  /** Between looks at the room on the disk. */
  space: number
}

export const defaultLimits: Limits = {
  flush: 250,
  status: 1_000,
  stop: 75_000,
  quiet: 250,
  drain: 1_000,
  sleptNotice: 60_000,
  space: 10_000,
}

/** What is known of the recording that is on. */
export interface Running {
  readonly meetingId: string
  /** The press of Record. */
  readonly startedAt: number
  readonly clock: MeetingClock
  /** Those of the start; what is captured follows the settings of now. */
  readonly settings: Settings
  wanted: readonly WantedSource[]
  readonly audio: RecordingAudio
  readonly transcript: LiveTranscript
  readonly delay: LiveDelay
  readonly lanes: Lane[]
  readonly connections: Map<Source, ConnectionState>
  /** Sources that were heard since they were switched on, with the names of their devices. */
  readonly captured: Map<Source, string>
  /** Sources that were heard and are not now, until they are heard again. */
  readonly absent: Map<Source, Absence>
  /** Sources whose device is gone or refused. */
  readonly refused: Set<Source>
  readonly timers: NodeJS.Timeout[]
  readonly liveness: Liveness
  readonly vitals: Vitals
  /** Aborted at the press of Stop: no token is asked for after it. */
  readonly life: AbortController
  /** The recorder's last word, or the certainty that there will be none. */
  readonly recorderDone: { promise: Promise<void>; resolve: () => void }
  /** Aborted at Stop. */
  readonly stopped: AbortController
  freeBytes: number | null
  /** The disk took no sound at the last try. */
  diskFull: boolean
  /** The computer sleeps, or is about to. */
  asleep: boolean
  savedAt: number | null
  finished: Promise<Result<undefined>> | null
}

export function createRun(
  known: Pick<
    Running,
    'meetingId' | 'startedAt' | 'clock' | 'settings' | 'audio' | 'transcript' | 'liveness'
  >,
): Running {
  return {
    ...known,
    wanted: wantedSources(known.settings),
    delay: createLiveDelay(),
    lanes: [],
    connections: new Map(),
    captured: new Map(),
    absent: new Map(),
    refused: new Set(),
    timers: [],
    vitals: createVitals(),
    life: new AbortController(),
    recorderDone: deferred(),
    stopped: new AbortController(),
    freeBytes: null,
    diskFull: false,
    asleep: false,
    savedAt: null,
    finished: null,
  }
}

/** Starts the recorder page for this recording, with a channel of its own for the sound. */
export function openLane(run: Running, recordingId: string, recorder: RecorderLink): void {
  const port = recorder.openAudioPort(recordingId)
  const lane: Lane = {
    recordingId,
    port,
    heard: new Map(),
    chunks: 0,
    closed: false,
    stopped: false,
    paces: new Map(),
  }
  run.lanes.push(lane)
  port.listen(
    (message) => {
      const chunk = run.audio.accept(message, msToSamples(run.clock.elapsedMs()))
      if (chunk === null) return
      lane.heard.set(chunk.source, chunk.endSample)
      lane.chunks += 1
    },
    () => {
      lane.closed = true
    },
  )
  recorder.start({ ...orderOf(run, recordingId), sessions: run.settings.sessions })
}

/** What the watchdog judges; `nowMs` is of the clock that nobody sets. */
export function factsOf(run: Running, nowMs: number): Facts {
  const { vitals } = run
  for (const source of [...run.absent.keys(), ...run.refused]) vitals.absent(source)
  return {
    sources: vitals.sources(nowMs),
    connection: worstConnection(run.connections.values()),
    wordlessMs: vitals.wordlessMs(nowMs),
    loudMs: vitals.loudMs(),
    delayMs: run.delay.ms,
    freeBytes: run.freeBytes,
  }
}

/** The port is a way of its own: what was sent on it before `stopped` may come after it. */
export async function drain(run: Running, limits: Limits): Promise<void> {
  const lane = run.lanes.at(-1)
  for (let waited = 0; lane && !lane.closed && waited < limits.drain; waited += limits.quiet) {
    const before = lane.chunks
    await pause(limits.quiet)
    if (lane.chunks === before) return
  }
}

/** A last look: the sound must be as long as the time line, and none of it given up. */
export function checkLength(run: Running): void {
  const lost = run.audio.lost().reduce((sum, { start, end }) => sum + end - start, 0)
  const lostMs = samplesToMs(lost)
  const elapsedMs = run.clock.elapsedMs()
  const heard = run.audio.infos().filter(({ source }) => run.captured.has(source))
  for (const { source, samples } of heard) {
    const missingMs = elapsedMs - samplesToMs(samples)
    const data = { meetingId: run.meetingId, source, elapsedMs, missingMs, lostMs }
    if (missingMs > 1_000 || lostMs > 0) log.warn('sound is missing', data)
    else log.info('recording complete', data)
  }
}

/** Waits for a promise, and no longer than this. */
export async function within(ms: number, promise: Promise<void>): Promise<void> {
  const limit = new AbortController()
  const over = pause(ms, undefined, { signal: limit.signal }).catch(() => undefined)
  await Promise.race([promise, over])
  limit.abort()
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
