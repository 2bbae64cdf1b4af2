import type { Result } from '../../common/errors'
import type {
  RecorderEvent,
  RecordingStatus,
  SessionGrant,
  Settings,
  Source,
  WantedSource,
} from '../../common/model'
import { createAudioWriter } from './audio-writer'
import { createCaptureEvents, type CaptureEvent } from './capture-events'
import { createCaptureGaps } from './capture-gaps'
import { createCheckup } from './checkup'
import type { MeetingClock } from './clock'
import { createDisk } from './disk'
import { finalize } from './finalize'
import { createHealth } from './health'
import { heartbeatCheckMs } from './heartbeat'
import type { Problems } from './problems'
import type { Limits, RecordingDeps } from './recording-deps'
import { createRecorderSupervisor } from './recorder-supervisor'
import { createSources } from './sources'
import type { StateMachine } from './state-machine'
import { createTokenGate } from './token-gate'
import { speechSettings } from './speech-settings'
import { noBrief } from '../library'
import { sessionUpdate } from '../service'
import { createTranscriptWriter, type TranscriptWriter } from './transcript-writer'

export interface ActiveRecordingOptions {
  readonly deps: RecordingDeps
  readonly limits: Limits
  readonly meetingId: string
  /** The press of Record, in ms since 1970. */
  readonly startedAt: number
  readonly clock: MeetingClock
  /** The settings at the start. Sources and speech settings follow the current settings. */
  readonly settings: Settings
  readonly settingsNow: () => Settings
  readonly machine: StateMachine
  readonly problems: Problems
  readonly isRecorderReady: () => boolean
  readonly showStatus: () => void
  /** Reports that the meeting changed in the library. */
  readonly showMeeting: (meetingId: string) => void
  /** Runs at the end: everything is written, or no source could be opened. */
  readonly onOver: () => void
}

/** One recording, from Record until everything is written. Afterwards only late words arrive. */
export interface ActiveRecording {
  readonly meetingId: string
  readonly transcript: TranscriptWriter
  /** Notes for the health check that words of this meeting arrived. */
  wordsArrived(event: RecorderEvent & { type: 'turn' }): void
  handle(event: CaptureEvent): void
  recorderHeard(): void
  workerHeard(): void
  recorderReady(): void
  recorderGone(): void
  ownsRun(runId: string): boolean
  lend(runId: string, source: Source): Promise<Result<SessionGrant>>
  capturesSystemAudio(): boolean
  /** Sends the languages, the terms or the brief of the meeting again if they have changed. */
  speechChanged(): void
  /** Returns false if nothing changed. */
  changeSources(wanted: readonly WantedSource[]): boolean
  pause(): void
  resume(): void
  /** Returns false if the computer is already asleep, or Stop was pressed. */
  suspend(afterSleep: Settings['afterSleep']): boolean
  /**
   * Returns the notice to show, or null if the computer was not asleep. `uncountedMs`: how long the
   * monotonic clock was stopped.
   */
  wake(uncountedMs: number): 'slept' | 'slept-paused' | null
  /** Resolves when everything is written. A second call waits for the same end. */
  stop(): Promise<Result<undefined>>
  status(): Omit<RecordingStatus, 'state' | 'muted' | 'notices'>
}

export function createActiveRecording(options: ActiveRecordingOptions): ActiveRecording {
  const { deps, limits, meetingId, startedAt, clock, settings } = options
  const { machine, problems, isRecorderReady, showStatus, showMeeting, onOver } = options
  const { library, recorder, emit, newId, now, monotonic } = deps
  const speech = () => {
    const brief = library.briefs.get(meetingId)
    return speechSettings(settings, options.settingsNow(), brief.ok ? brief.value : noBrief)
  }
  const update = () => (settings.engine === 'service' ? sessionUpdate(speech()) : null)
  let updated = JSON.stringify(update())
  const sources = createSources(settings)
  const disk = createDisk({ ...deps, problems, showStatus })
  const audio = createAudioWriter({
    pathOf: (source) => library.audioPath(meetingId, source),
    disk,
    wav: deps.wav,
    elapsedMs: clock.elapsedMs,
    now: monotonic,
  })
  const transcript = createTranscriptWriter({
    library,
    meetingId,
    emit,
    onStored: (stored) => void disk.report('text', stored),
  })
  const gaps = createCaptureGaps({ transcript, newId })
  const health = createHealth()
  const supervisor = createRecorderSupervisor({
    recorder,
    isReady: isRecorderReady,
    newId,
    monotonic,
    clock,
    sources,
    gaps,
    sessions: settings.sessions,
    update,
    accept: audio.accept,
  })
  const tokens = createTokenGate({
    grant: deps.grant,
    speech,
    sources,
    problems,
    showStatus,
    isCapturing: (runId) => !clock.paused && !clock.ended && supervisor.isCurrent(runId),
  })
  const hearsSystem = () => sources.captured().includes('system') && !gaps.isAbsent('system')
  const checkup = createCheckup({
    meetingId,
    library,
    clock,
    sources,
    audio,
    transcript,
    gaps,
    health,
    disk,
    supervisor,
    problems,
    systemProblem: () => (hearsSystem() ? deps.systemSound.problem() : null),
    showStatus,
    monotonic,
  })
  let finished: Promise<Result<undefined>> | null = null

  const timers = [
    setInterval(() => void audio.flush(), limits.flush),
    setInterval(() => checkup.run(), limits.status),
    setInterval(() => supervisor.checkHeartbeat(), heartbeatCheckMs),
    setInterval(() => void disk.check(), limits.space),
  ]
  void disk.check()
  disk.keepReserve()
  supervisor.start()

  function close(): void {
    tokens.close()
    timers.forEach(clearInterval)
    supervisor.close()
    onOver()
  }

  async function finish(): Promise<Result<undefined>> {
    try {
      return await finalize({
        meetingId,
        library,
        limits,
        clock,
        sources,
        problems,
        supervisor,
        gaps,
        audio,
        transcript,
        saveProgress: () => checkup.saveProgress(),
      })
    } finally {
      machine.move('ended')
      close()
      showMeeting(meetingId)
      showStatus()
    }
  }

  /** Nothing was recorded, so the meeting is removed; the status keeps the reason. */
  function giveUp(): void {
    if (!machine.move('failed')) return showStatus()
    clock.end()
    supervisor.stop()
    close()
    void audio.close()
    const removed = library.meetings.removeEmpty(meetingId)
    if (removed.ok && removed.value) {
      emit('meetings:removed', { id: meetingId })
    } else {
      library.meetings.setState(meetingId, 'done')
      showMeeting(meetingId)
    }
    showStatus()
  }

  const handle = createCaptureEvents({
    clock,
    sources,
    gaps,
    supervisor,
    health,
    transcript,
    machine,
    problems,
    now,
    monotonic,
    showStatus,
    rememberAnswer: deps.rememberAnswer,
    onHopeless: giveUp,
  })

  return {
    meetingId,
    transcript,
    wordsArrived: ({ turn }) =>
      health.words(turn, { nowMs: monotonic(), elapsedMs: clock.elapsedMs() }),
    handle,
    recorderHeard: () => supervisor.heard(),
    workerHeard: () => supervisor.workerHeard(),
    recorderReady: () => supervisor.start(),
    recorderGone: () => supervisor.pageGone(),
    ownsRun: (runId) => supervisor.owns(runId),
    lend: (runId, source) => tokens.lend(runId, source),
    capturesSystemAudio: () => !clock.ended && !clock.paused && sources.isWanted('system'),
    speechChanged: () => {
      const next = JSON.stringify(update())
      if (next === updated || clock.ended) return
      updated = next
      supervisor.change()
    },
    changeSources: (wanted) => {
      const off = clock.ended ? null : sources.change(wanted)
      if (off === null) return false
      const endMs = clock.elapsedMs()
      for (const source of off) {
        // A source that is turned off is not missing, and its problems are cleared.
        gaps.end(source, { receivedMs: supervisor.receivedMs(source, 'all'), endMs })
        health.absent(source)
        for (const place of ['capture', 'device', 'source', 'heard', 'session'] as const) {
          problems.set(place, source, null)
        }
      }
      supervisor.change()
      return true
    },
    pause: () => {
      clock.pause()
      supervisor.change()
      checkup.rest()
    },
    resume: () => {
      clock.resume()
      problems.clear(['power'])
      supervisor.change()
      showStatus()
    },
    suspend: (afterSleep) => {
      if (!supervisor.suspend()) return false
      if (afterSleep === 'paused' && machine.move('pause')) clock.pause()
      checkup.rest()
      return true
    },
    wake: (uncountedMs) => {
      clock.slept(uncountedMs)
      if (!supervisor.wake()) return null
      return clock.paused ? 'slept-paused' : 'slept'
    },
    stop: () => {
      if (finished !== null) return finished
      clock.end()
      tokens.close()
      machine.move('stop')
      library.meetings.setState(meetingId, 'finishing')
      supervisor.stop()
      finished = finish()
      showMeeting(meetingId)
      showStatus()
      return finished
    },
    status: () => ({
      meetingId,
      startedAt,
      elapsedMs: clock.elapsedMs(),
      sources: sources.statuses(gaps.isAbsent),
      engine: settings.engine,
      connection: sources.worstConnection(),
      delayMs: health.delayMs,
      savedAgeMs: audio.savedAgeMs(),
      hearsOwnSound: hearsSystem() && deps.systemSound.hearsOwn(),
    }),
  }
}
