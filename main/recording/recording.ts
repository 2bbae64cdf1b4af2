import { exportMessages } from '../../preload/export-messages'
import { errorValue, fail, ok, type Result } from '../../preload/errors'
import type {
  AudioDevice,
  Gap,
  RecorderEvent,
  RecordingStatus,
  SessionGrant,
  Source,
} from '../../preload/model'
import { createLog } from '../log'
import { createRecordingAudio } from './audio'
import { createClock } from './clock'
import { clockTime } from './clock-time'
import { createDisk } from './disk'
import { createEnding } from './ending'
import { createLaneKeeper } from './lane-keeper'
import { lend } from './lending'
import { createLiveness } from './liveness'
import type { RecordingsOptions } from './options'
import { wantedSources } from './orders'
import { handleRecorderEvent } from './recorder-events'
import { createRun, defaultLimits, type Running } from './run'
import { createSaver } from './saver'
import { createStage } from './stage'
import { problemPlaces } from './status'
import { createLiveTranscript } from './transcript'
import { followSources } from './wanted'

const log = createLog('recording')

export interface Recordings {
  /**
   * Puts the meeting in the library at once. `already-recording`, `no-source`, or what the library
   * refuses.
   */
  start(): Result<{ meetingId: string }>
  /** Ends once everything is written. `not-recording`; while it is finishing, waits with the first. */
  stop(): Promise<Result<undefined>>
  /** Nothing is captured until resumed, and the time line stands still. `not-recording`. */
  pause(): Result<undefined>
  /** `not-recording` where there is no pause. */
  resume(): Result<undefined>
  /** What is to be captured may have changed: a recording that is on follows at once. */
  settingsChanged(): void
  status(): RecordingStatus
  /** The microphones that the recorder last saw. */
  devices(): AudioDevice[]
  /** A grant for the recorder; `token-not-lent` unless this recording is on. */
  lend(recordingId: string, source: Source): Promise<Result<SessionGrant>>
  /** Whether the recorder may open system audio now. */
  wantsSystemAudio(): boolean
  /** The recorder page can record: at the start of the app, and each time it was made again. */
  recorderReady(): void
  /** The recorder page crashed, was killed, or hung. */
  recorderGone(): void
  recorderEvent(event: RecorderEvent): void
  /** The computer goes to sleep: what there is gets written and the session ends. */
  suspended(): void
  /** It is back: the recording goes on by itself, in the same meeting, or waits to be resumed. */
  resumed(): void
}

/** The life of recordings, one at a time; everything of Electron is given in. */
export function createRecordings(options: RecordingsOptions): Recordings {
  const { library, recorder, broadcast, newId, now = Date.now } = options
  const { monotonic = () => performance.now() } = options
  const limits = { ...defaultLimits, ...options.limits }
  const stage = createStage(options)
  const { problems, tellStatus } = stage
  const lanes = createLaneKeeper({ recorder, newId, monotonic })
  const disk = createDisk(stage, options, now)
  const saver = createSaver(stage, lanes, limits, options, disk, monotonic)
  const ending = createEnding(stage, saver, disk, limits, options)
  let devices: AudioDevice[] = []

  function start(): Result<{ meetingId: string }> {
    if (stage.state !== 'idle') return fail('already-recording')
    const settings = options.settings()
    if (wantedSources(settings).length === 0) return fail('no-source')
    const clock = createClock(now)
    const startedAt = clock.zeroAt
    const meetingId = newId()
    const created = library.meetings.create({
      id: meetingId,
      title: exportMessages.meetingTitle(clockTime(startedAt)),
      startedAt,
      engine: settings.engine,
      model: settings.engine === 'service' ? settings.serviceModel : settings.onDeviceModel,
    })
    if (!created.ok) return created
    stage.move('start')
    problems.clear(problemPlaces)
    const run = createRun({
      meetingId,
      startedAt,
      clock,
      settings,
      audio: createRecordingAudio((source) => library.audioPath(meetingId, source), options.wav),
      transcript: createLiveTranscript(library, meetingId, broadcast, disk.textStored),
      liveness: createLiveness(monotonic()),
    })
    stage.running = run
    saver.begin(run)
    lanes.begin(run)
    stage.tellMeeting(meetingId)
    tellStatus()
    return ok({ meetingId })
  }

  function stop(): Promise<Result<undefined>> {
    const run = stage.running
    if (run === null) return Promise.resolve(fail('not-recording'))
    if (run.finished !== null) return run.finished
    run.clock.end()
    run.life.abort()
    stage.move('stop')
    library.meetings.setState(run.meetingId, 'finishing')
    lanes.end(run)
    run.finished = ending.finish(run)
    stage.tellMeeting(run.meetingId)
    tellStatus()
    return run.finished
  }

  function pause(): Result<undefined> {
    const run = stage.running
    if (run === null || !stage.move('pause')) return fail('not-recording')
    run.clock.pause()
    lanes.change(run)
    rest(run)
    return ok(undefined)
  }

  /** Nothing is expected of a recording that is paused. */
  function rest(run: Running): void {
    run.vitals.rest()
    problems.clear(['source', 'words', 'delay'])
    void disk.flush(run)
    saver.progress(run)
    tellStatus()
  }

  function resume(): Result<undefined> {
    const run = stage.running
    if (run === null || !stage.move('resume')) return fail('not-recording')
    run.clock.resume()
    problems.clear(['power'])
    lanes.change(run)
    tellStatus()
    return ok(undefined)
  }

  function settingsChanged(): void {
    const run = stage.running
    if (run === null || run.clock.ended) return
    if (!followSources(run, wantedSources(options.settings()), problems, newId)) return
    lanes.change(run)
    tellStatus()
  }

  function keepGap(gap: Gap, recordingId: string | undefined): void {
    const isOf = (run: Running | null) =>
      run?.lanes.some((lane) => lane.recordingId === recordingId) ?? false
    const { running, previous } = stage
    const late = !isOf(running) && isOf(previous) ? previous : null
    const run = late ?? running
    run?.transcript.gap(gap)
    // How much there is of a meeting that is over changes with it.
    if (late !== null) stage.tellMeeting(late.meetingId)
  }

  function recorderGone(): void {
    const run = stage.running
    lanes.gone(run)
    if (run === null) return
    log.warn('recorder gone', { state: stage.state, meetingId: run.meetingId })
    if (stage.state !== 'finishing')
      problems.set('recorder', null, errorValue('recorder-restarting'))
    tellStatus()
  }

  function suspended(): void {
    const run = stage.running
    if (run === null || run.clock.ended) return
    lanes.suspend(run)
    const paused = options.settings().afterSleep === 'paused' && stage.move('pause')
    if (paused) run.clock.pause()
    rest(run)
  }

  function resumed(): void {
    const run = stage.running
    if (run === null || !run.asleep) return
    lanes.resume(run)
    const paused = run.clock.paused
    problems.set('power', null, errorValue(paused ? 'slept-paused' : 'slept'))
    if (!paused) {
      run.timers.push(
        setTimeout(() => {
          if (stage.running === run && problems.set('power', null, null)) tellStatus()
        }, limits.sleptNotice),
      )
    }
    tellStatus()
  }

  return {
    start,
    stop,
    pause,
    resume,
    settingsChanged,
    status: stage.status,
    devices: () => devices,
    lend: (recordingId, source) => lend(stage, options, recordingId, source),
    wantsSystemAudio: () => {
      const run = stage.running
      if (run === null || run.clock.ended || run.clock.paused) return false
      return run.wanted.some(({ source }) => source === 'system')
    },
    recorderReady: () => {
      // A page that reloaded is ready again without having been missed.
      if (lanes.isReady) recorderGone()
      lanes.ready(stage.running)
    },
    recorderGone,
    suspended,
    resumed,
    recorderEvent: (event) => {
      stage.running?.liveness.heard(monotonic())
      handleRecorderEvent(event, {
        running: () => stage.running,
        transcriptOf: stage.transcriptOf,
        gap: keepGap,
        problems,
        broadcast,
        move: stage.move,
        tellStatus,
        noneOpened: ending.noneOpened,
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
