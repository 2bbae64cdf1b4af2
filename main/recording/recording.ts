/** Records meetings: one at a time, from the press of Record until everything is written. */
import { errorValue, fail, ok, type Result } from '../../common/errors'
import type {
  AudioDevice,
  Gap,
  RecorderEvent,
  RecordingStatus,
  SessionGrant,
  Settings,
  Source,
} from '../../common/model'
import { monotonicNow, wallNow } from '../../common/clock'
import { exportMessages } from '../../common/text'
import { createLog } from '../platform'
import { createActiveRecording, type ActiveRecording } from './active-recording'
import { defaultLimits, type Limits, type RecordingDeps } from './recording-deps'
import { createClock } from './clock'
import { createProblems, problemPlaces } from './problems'
import { sourcesOff, wantedSources } from './sources'
import { createStateMachine } from './state-machine'
import type { TranscriptWriter } from './transcript-writer'

export type { RecorderLink } from './recorder-supervisor'

const log = createLog('recording')

/** How long the status shows that the computer was asleep, in ms. */
const defaultSleptNoticeMs = 60_000

export interface Recordings {
  /**
   * Adds the meeting to the library. Errors: `already-recording`, `no-source`, or those of the
   * library.
   */
  start(): Result<{ meetingId: string }>
  /**
   * Resolves when everything is written; a second call waits for the same end. Errors: `not-
   * recording`.
   */
  stop(): Promise<Result<undefined>>
  /** Captures nothing until `resume`, and stops the time line. Errors: `not-recording`. */
  pause(): Result<undefined>
  /** Errors: `not-recording` if there is no pause. */
  resume(): Result<undefined>
  /**
   * Records no microphone until it is taken back, or until the recording ends. Errors:
   * `not-recording`.
   */
  mute(muted: boolean): Result<undefined>
  /** The settings may have changed; a running recording applies them immediately. */
  settingsChanged(): void
  /** The brief of a meeting has changed. */
  briefChanged(meetingId: string): void
  status(): RecordingStatus
  /** The microphones that the recorder last reported. */
  devices(): AudioDevice[]
  /** Returns a grant for the recorder; `token-not-lent` unless this recording is running. */
  lend(recordingId: string, source: Source): Promise<Result<SessionGrant>>
  /** Whether the recorder may open system audio now. */
  wantsSystemAudio(): boolean
  /** The recorder page can record: at the start of the app, and each time it was opened again. */
  recorderReady(): void
  /** The recorder page crashed, was killed, or hung. */
  recorderGone(): void
  /** The recorder page does not hang. */
  recorderAlive(): void
  recorderEvent(event: RecorderEvent): void
  /** The computer is about to sleep: writes everything and ends the session. */
  suspended(): void
  /**
   * The computer is awake again: the recording continues in the same meeting, or stays paused.
   * `uncountedMs`: how long the monotonic clock was stopped.
   */
  resumed(uncountedMs?: number): void
}

export interface RecordingsOptions extends Omit<
  RecordingDeps,
  'emit' | 'now' | 'monotonic' | 'wav'
> {
  /** The current settings. A recording keeps those of its start, apart from what is captured. */
  readonly settings: () => Settings
  readonly broadcast: RecordingDeps['emit']
  readonly now?: RecordingDeps['now']
  readonly monotonic?: RecordingDeps['monotonic']
  readonly wav?: RecordingDeps['wav']
  readonly limits?: Partial<Limits>
  readonly sleptNoticeMs?: number
}

/** Creates the one owner of recordings. Everything from Electron is passed in. */
export function createRecordings(options: RecordingsOptions): Recordings {
  const { library, broadcast: emit, newId, sleptNoticeMs = defaultSleptNoticeMs } = options
  const deps: RecordingDeps = {
    ...options,
    emit,
    now: options.now ?? wallNow,
    monotonic: options.monotonic ?? monotonicNow,
    wav: options.wav ?? {},
  }
  const limits = { ...defaultLimits, ...options.limits }
  const machine = createStateMachine()
  const problems = createProblems()
  let current: ActiveRecording | null = null
  /** Its late words may still arrive. */
  let previous: ActiveRecording | null = null
  let isRecorderReady = false
  let muted = false
  let devices: AudioDevice[] = []

  function settings(): Settings {
    const chosen = options.settings()
    return muted ? { ...chosen, sources: { ...chosen.sources, microphone: false } } : chosen
  }

  function settingsChanged(): void {
    if (current?.changeSources(wantedSources(settings()))) showStatus()
    current?.speechChanged()
  }

  function status(): RecordingStatus {
    const recording = current?.status() ?? {
      meetingId: null,
      startedAt: null,
      elapsedMs: 0,
      sources: sourcesOff(),
      engine: settings().engine,
      connection: null,
      delayMs: null,
      savedAgeMs: null,
      hearsOwnSound: false,
    }
    return { ...recording, state: machine.state, muted, notices: problems.all() }
  }

  const showStatus = () => emit('recording:status', status())

  function showMeeting(meetingId: string): void {
    const meeting = library.meetings.get(meetingId)
    if (meeting.ok) emit('meetings:changed', meeting.value)
    emit('gaps:found', undefined)
  }

  // Writes that waited for another program are stored now.
  library.pending.onFlushed((meetingIds) => {
    if (problems.set('text', null, null)) showStatus()
    for (const meetingId of meetingIds) showMeeting(meetingId)
  })

  function start(): Result<{ meetingId: string }> {
    if (machine.state !== 'idle') return fail('already-recording')
    const chosen = settings()
    if (wantedSources(chosen).length === 0) return fail('no-source')
    const startedAt = deps.now()
    const clock = createClock(deps.monotonic)
    const meetingId = newId()
    const created = library.meetings.create({
      id: meetingId,
      title: exportMessages.meetingTitle(timeOfDay(startedAt)),
      startedAt,
      engine: chosen.engine,
      model: chosen.engine === 'service' ? chosen.serviceModel : chosen.onDeviceModel,
    })
    if (!created.ok) return created
    machine.move('start')
    problems.clear(problemPlaces)
    current = createActiveRecording({
      deps,
      limits,
      meetingId,
      startedAt,
      clock,
      settings: chosen,
      settingsNow: settings,
      machine,
      problems,
      isRecorderReady: () => isRecorderReady,
      showStatus,
      showMeeting,
      onOver: () => {
        previous = current
        current = null
        muted = false
      },
    })
    showMeeting(meetingId)
    showStatus()
    return ok({ meetingId })
  }

  function resumed(uncountedMs = 0): void {
    const slept = current?.wake(uncountedMs) ?? null
    if (slept === null) return
    problems.set('power', null, errorValue(slept))
    showStatus()
    if (slept === 'slept-paused') return
    const { meetingId } = current ?? {}
    const timer = setTimeout(() => {
      if (current?.meetingId === meetingId && problems.set('power', null, null)) showStatus()
    }, sleptNoticeMs)
    timer.unref()
  }

  /** The transcript that a session belongs to; it may be that of the previous meeting. */
  function transcriptOf(sessionId: string): TranscriptWriter | null {
    if (previous?.transcript.knows(sessionId) && !current?.transcript.knows(sessionId))
      return previous.transcript
    return current?.transcript ?? null
  }

  function storeGap(gap: Gap, runId: string | undefined): void {
    const isLate = runId !== undefined && !current?.ownsRun(runId) && previous?.ownsRun(runId)
    const recording = isLate ? previous : current
    recording?.transcript.gap(gap)
    // The totals of a finished meeting change with it.
    if (isLate && recording) showMeeting(recording.meetingId)
  }

  function recorderGone(): void {
    isRecorderReady = false
    if (current === null) return
    log.warn('recorder gone', { state: machine.state, meetingId: current.meetingId })
    current.recorderGone()
    if (machine.state !== 'finishing')
      problems.set('recorder', null, errorValue('recorder-restarting'))
    showStatus()
  }

  /** Stores or shows the recorder's events, in the order in which they arrive. */
  function recorderEvent(event: RecorderEvent): void {
    // This event comes from the page, all others from its worker.
    if (event.type === 'devices') current?.recorderHeard()
    else current?.workerHeard()
    switch (event.type) {
      case 'turn': {
        const transcript = transcriptOf(event.turn.sessionId)
        if (transcript === current?.transcript) current?.wordsArrived(event)
        return transcript?.turn(event.turn)
      }
      case 'turn-dropped':
        return transcriptOf(event.sessionId)?.drop(event.sessionId, event.turnOrder)
      case 'speakers':
        return transcriptOf(event.sessionId)?.reviseSpeakers(event.sessionId, event.revisions)
      case 'gap':
        return storeGap(event.gap, event.recordingId)
      case 'devices':
        devices = event.devices
        return emit('devices:changed', devices)
      case 'level':
        current?.handle(event)
        return emit('recording:level', event.level)
      case 'ignored':
        return log.info('unknown message type', { type: event.messageType, count: event.count })
      case 'session-extras':
      case 'session-ended':
        return
      case 'session':
      case 'session-began':
      case 'capturing':
      case 'connection':
      case 'problem':
      case 'stopped':
        return current?.handle(event)
    }
  }

  return {
    start,
    stop: () => current?.stop() ?? Promise.resolve(fail('not-recording')),
    pause: () => {
      if (current === null || !machine.move('pause')) return fail('not-recording')
      current.pause()
      return ok(undefined)
    },
    resume: () => {
      if (current === null || !machine.move('resume')) return fail('not-recording')
      current.resume()
      return ok(undefined)
    },
    mute: (next) => {
      if (current === null || machine.state === 'finishing') return fail('not-recording')
      muted = next
      settingsChanged()
      showStatus()
      return ok(undefined)
    },
    settingsChanged,
    briefChanged: (meetingId) => {
      if (current?.meetingId === meetingId) current.speechChanged()
    },
    status,
    devices: () => devices,
    lend: (recordingId, source) =>
      current?.lend(recordingId, source) ?? Promise.resolve(fail('token-not-lent')),
    wantsSystemAudio: () => current?.capturesSystemAudio() ?? false,
    recorderReady: () => {
      // A page that reloaded is ready again, although nobody noticed that it was gone.
      if (isRecorderReady) recorderGone()
      isRecorderReady = true
      current?.recorderReady()
    },
    recorderGone,
    recorderAlive: () => current?.recorderHeard(),
    suspended: () => void current?.suspend(settings().afterSleep),
    resumed,
    recorderEvent,
  }
}

/** The local time of day, such as 10:02. */
function timeOfDay(at: number): string {
  const date = new Date(at)
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  return `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`
}
