import { errorValue, fail, ok, type ErrorValue, type Result } from '../../preload/errors'
import type {
  AudioDevice,
  Gap,
  RecorderEvent,
  RecordingState,
  RecordingStatus,
  SessionGrant,
  Settings,
  Source,
} from '../../preload/model'
import { exportMessages } from '../../preload/export-messages'
import type { Library } from '../library/library'
import type { WavOptions } from '../library/wav'
import { createLog } from '../log'
import { createRecordingAudio } from './audio'
import { absenceGaps } from './absences'
import { clockTime } from './clock-time'
import { createLaneKeeper } from './lane-keeper'
import { createLiveness, livenessCheckMs } from './liveness'
import { handleRecorderEvent } from './recorder-events'
import {
  checkLength,
  createRun,
  defaultLimits,
  drain,
  factsOf,
  within,
  type Limits,
  type RecorderLink,
  type Running,
} from './run'
import { nextState, type RecordingHappening } from './state'
import { createProblems, problemPlaces, worstConnection } from './status'
import { judge } from './watchdog'
import { createLiveTranscript, type Broadcast, type LiveTranscript } from './transcript'

const log = createLog('recording')

export interface Lending {
  /** The recording's life. */
  readonly life: AbortSignal
  /** Told before each wait for another try, with what made it necessary. */
  readonly onWait: (error: ErrorValue) => void
}

export interface RecordingsOptions {
  library: Library
  recorder: RecorderLink
  /** The settings now; a recording keeps those of its start. */
  settings: () => Settings
  /** A grant for one connection under the settings with which the recording began. */
  grant: (source: Source, settings: Settings, lending: Lending) => Promise<Result<SessionGrant>>
  broadcast: Broadcast
  /** Bytes free where the library is; null where nobody can tell. */
  freeBytes: () => Promise<number | null>
  newId: () => string
  now?: () => number
  /** Milliseconds of a clock that nobody sets. */
  monotonic?: () => number
  wav?: WavOptions
  limits?: Partial<Limits>
}

export interface Recordings {
  /** Puts the meeting in the library at once. `already-recording`, or what the library refuses. */
  start(): Result<{ meetingId: string }>
  /** Ends once everything is written. `not-recording`; while it is finishing, waits with the first. */
  stop(): Promise<Result<undefined>>
  status(): RecordingStatus
  /** The microphones that the recorder last saw. */
  devices(): AudioDevice[]
  /** A grant for the recorder; `token-not-lent` unless this recording is on. */
  lend(recordingId: string, source: Source): Promise<Result<SessionGrant>>
  /** The recorder page can record: at the start of the app, and each time it was made again. */
  recorderReady(): void
  /** The recorder page crashed, was killed, or hung. */
  recorderGone(): void
  recorderEvent(event: RecorderEvent): void
  /** The computer goes to sleep: what there is gets written and the session ends. */
  suspended(): void
  /** It is back: the recording goes on by itself, in the same meeting. */
  resumed(): void
}

/** The life of recordings, one at a time; everything of Electron is given in. */
export function createRecordings(options: RecordingsOptions): Recordings {
  const { library, recorder, broadcast, newId, now = Date.now } = options
  const { monotonic = () => performance.now() } = options
  const limits = { ...defaultLimits, ...options.limits }
  const problems = createProblems()
  let state: RecordingState = 'idle'
  let running: Running | null = null
  let previous: Running | null = null
  let devices: AudioDevice[] = []

  const elapsed = (run: Running) => run.endedMs ?? Math.max(0, now() - run.startedAt)

  const lanes = createLaneKeeper({ recorder, newId, monotonic, elapsed })

  function move(happening: RecordingHappening): boolean {
    const next = nextState(state, happening)
    if (next === null) return false
    state = next
    return true
  }

  function status(): RecordingStatus {
    return {
      state,
      meetingId: running?.meetingId ?? null,
      startedAt: running?.startedAt ?? null,
      elapsedMs: running === null ? 0 : elapsed(running),
      engine: (running?.settings ?? options.settings()).engine,
      connection: running === null ? null : worstConnection(running.connections.values()),
      delayMs: running?.delay.ms ?? null,
      savedAt: running?.savedAt ?? null,
      notices: problems.all(),
    }
  }
  const tellStatus = () => broadcast('recording:status', status())

  function tellMeeting(meetingId: string): void {
    const meeting = library.meetings.get(meetingId)
    if (meeting.ok) broadcast('meetings:changed', meeting.value)
  }

  function start(): Result<{ meetingId: string }> {
    if (state !== 'idle') return fail('already-recording')
    const settings = options.settings()
    const startedAt = now()
    const meetingId = newId()
    const created = library.meetings.create({
      id: meetingId,
      title: exportMessages.meetingTitle(clockTime(startedAt)),
      startedAt,
      engine: settings.engine,
      model: settings.engine === 'service' ? settings.serviceModel : settings.onDeviceModel,
    })
    if (!created.ok) return created
    move('start')
    problems.clear(problemPlaces)
    const audio = createRecordingAudio(
      (source) => library.audioPath(meetingId, source),
      options.wav,
    )
    const transcript = createLiveTranscript(library, meetingId, broadcast, (error) => {
      if (problems.set('text', null, error)) tellStatus()
    })
    const run = createRun({
      meetingId,
      startedAt,
      settings,
      audio,
      transcript,
      liveness: createLiveness(monotonic()),
    })
    running = run
    run.timers.push(
      setInterval(() => void flush(run), limits.flush),
      setInterval(() => tick(run), limits.status),
      setInterval(() => lanes.watch(run), livenessCheckMs),
      setInterval(() => void lookForSpace(run), limits.space),
    )
    void lookForSpace(run)
    lanes.begin(run)
    tellMeeting(meetingId)
    tellStatus()
    return ok({ meetingId })
  }

  async function flush(run: Running): Promise<void> {
    const flushed = await run.audio.flush()
    if (flushed.ok && run.audio.infos().length > 0) run.savedAt = now()
    if (problems.set('audio', null, flushed.ok ? null : flushed.error)) tellStatus()
  }

  function tick(run: Running): void {
    run.transcript.retry()
    lanes.keepPace(run)
    problems.clear(['source'])
    for (const found of judge(factsOf(run, monotonic()))) {
      problems.set(found.place, found.source, found.error)
    }
    saveProgress(run)
    tellStatus()
  }

  async function lookForSpace(run: Running): Promise<void> {
    run.freeBytes = await options.freeBytes()
  }

  function saveProgress(run: Running): void {
    const saved = library.meetings.setProgress(run.meetingId, elapsed(run), run.audio.infos())
    if (!saved.ok) problems.set('text', null, saved.error)
  }

  function stop(): Promise<Result<undefined>> {
    const run = running
    if (run === null) return Promise.resolve(fail('not-recording'))
    if (run.finished !== null) return run.finished
    run.endedMs = elapsed(run)
    run.life.abort()
    move('stop')
    library.meetings.setState(run.meetingId, 'finishing')
    lanes.end(run)
    run.finished = finish(run)
    tellMeeting(run.meetingId)
    tellStatus()
    return run.finished
  }

  async function finish(run: Running): Promise<Result<undefined>> {
    try {
      await within(limits.stop, run.recorderDone.promise)
      await drain(run, limits)
      for (const [source, absence] of run.absent) {
        const gaps = absenceGaps(run.transcript, run.lanes, source, absence, elapsed(run))
        for (const gap of gaps) run.transcript.gap({ id: newId(), ...gap })
      }
      const closed = await run.audio.close()
      problems.set('audio', null, closed.ok ? null : closed.error)
      // What is over with the recording; what was not saved stays to be read.
      problems.clear(problemPlaces.filter((place) => place !== 'audio' && place !== 'text'))
      run.transcript.retry()
      saveProgress(run)
      checkLength(run, elapsed(run))
      return library.meetings.setState(run.meetingId, 'done')
    } finally {
      end(run, 'ended')
      tellMeeting(run.meetingId)
      tellStatus()
    }
  }

  function end(run: Running, happening: 'ended' | 'failed'): void {
    run.life.abort()
    run.stopped.abort()
    run.timers.forEach(clearInterval)
    for (const lane of run.lanes) lane.port.close()
    previous = run
    running = null
    move(happening)
  }

  /** Nothing was recorded, so nothing stays in the list; the reason stays in the status. */
  function noneOpened(run: Running): void {
    if (state !== 'starting') return
    const lane = run.lanes.at(-1)
    if (lane) recorder.stop(lane.recordingId)
    end(run, 'failed')
    void run.audio.close()
    const removed = library.meetings.removeEmpty(run.meetingId)
    if (removed.ok && removed.value) {
      broadcast('meetings:removed', { id: run.meetingId })
    } else {
      library.meetings.setState(run.meetingId, 'done')
      tellMeeting(run.meetingId)
    }
    tellStatus()
  }

  function transcriptOf(sessionId: string): LiveTranscript | null {
    const current = running?.transcript ?? null
    if (current?.knows(sessionId)) return current
    return previous?.transcript.knows(sessionId) ? previous.transcript : current
  }

  function keepGap(gap: Gap, recordingId: string | undefined): void {
    const isOf = (run: Running | null) =>
      run?.lanes.some((lane) => lane.recordingId === recordingId) ?? false
    const late = !isOf(running) && isOf(previous) ? previous : null
    const run = late ?? running
    run?.transcript.gap(gap)
    // How much there is of a meeting that is over changes with it.
    if (late !== null) tellMeeting(late.meetingId)
  }

  function recorderGone(): void {
    lanes.gone(running)
    if (running === null) return
    log.warn('recorder gone', { state, meetingId: running.meetingId })
    if (state !== 'finishing') problems.set('recorder', null, errorValue('recorder-restarting'))
    tellStatus()
  }

  function suspended(): void {
    if (running === null || state === 'finishing') return
    lanes.suspend(running)
    void flush(running)
    saveProgress(running)
  }

  function resumed(): void {
    const run = running
    if (run === null || !run.asleep) return
    lanes.resume(run)
    problems.set('power', null, errorValue('slept'))
    run.timers.push(
      setTimeout(() => {
        if (running === run && problems.set('power', null, null)) tellStatus()
      }, limits.sleptNotice),
    )
    tellStatus()
  }

  return {
    start,
    stop,
    status,
    devices: () => devices,
    lend: async (recordingId, source) => {
      const run = running
      const isOn = () =>
        running === run &&
        (state === 'starting' || state === 'recording') &&
        run?.asleep === false &&
        run?.lanes.at(-1)?.recordingId === recordingId
      // SECURITY: a token is money and speech: none leaves main unless this very recording is on,
      // also not one that was asked for before Stop and minted after it.
      if (run === null || !isOn()) return fail('token-not-lent')
      const granted = await options.grant(source, run.settings, {
        life: run.life.signal,
        onWait: (error) => {
          if (running === run && problems.set('connection', source, error)) tellStatus()
        },
      })
      return isOn() ? granted : fail('token-not-lent')
    },
    recorderReady: () => {
      // A page that reloaded is ready again without having been missed.
      if (lanes.isReady) recorderGone()
      lanes.ready(running)
    },
    recorderGone,
    suspended,
    resumed,
    recorderEvent: (event) => {
      running?.liveness.heard(monotonic())
      handleRecorderEvent(event, {
        running: () => running,
        transcriptOf,
        gap: keepGap,
        problems,
        broadcast,
        move,
        tellStatus,
        noneOpened,
        setDevices: (seen) => {
          devices = seen
        },
        newId,
        now,
        monotonic,
      })
    },
  }
}
