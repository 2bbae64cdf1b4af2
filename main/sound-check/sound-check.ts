import { msToSamples } from '../../common/time'
import { monotonicNow } from '../../common/clock'
import {
  errorValue,
  fail,
  ok,
  type ErrorCode,
  type ErrorValue,
  type Result,
} from '../../common/errors'
import { audioChunkSchema } from '../../common/schemas'
import {
  capturedSources,
  type CheckedSource,
  type Level,
  type RecorderEvent,
  type RecorderOrder,
  type Settings,
  type SoundCheck,
  type CapturedSource,
  isCaptured,
} from '../../common/model'
import type { AudioSource } from '../audio-files'
import type { RecorderLink } from '../recording'
import type { Broadcast } from '../boundary'
import { createCheckRecording, type CheckRecording } from './check-recording'
import { findingsOf, loudnessOf } from './findings'

const lengthMs = 5_000
/** The longest wait for a device to deliver audio, in ms. */
const openMs = 3_000
/** The time for the recorder page to deliver its last frames, in ms. */
const stopMs = 1_000
/** The error of a source that delivered neither audio nor an error. */
const noReason: Record<CapturedSource, ErrorCode> = {
  microphone: 'microphone-failed',
  system: 'system-failed',
}

export interface SoundCheckerOptions {
  readonly recorder: Pick<RecorderLink, 'stop' | 'openAudioPort' | 'receiveEvent'> & {
    check(order: RecorderOrder): void
  }
  readonly settings: () => Settings
  readonly isRecording: () => boolean
  readonly newId: () => string
  readonly broadcast: Broadcast
  readonly now?: () => number
}

/** The check before a meeting: captures both sources for five seconds, even disabled ones. */
export interface SoundChecker {
  /** Starts a check, or restarts the running one. `already-recording` during a recording. */
  start(): Result<undefined>
  /** Stops capturing and drops all audio, because the panel is closed or a recording starts. */
  end(): void
  /** Handles an event of the recorder page for the check with this id. */
  event(recordingId: string, event: RecorderEvent): void
  recorderReady(): void
  recorderGone(): void
  /** Whether a check may capture the sources now. */
  readonly isOn: boolean
  /** Returns the audio with this name in `soundUrl`, or null. */
  sound(name: string): AudioSource | null
}

interface SourceState {
  label: string
  substitute: boolean
  error: ErrorValue | null
  readonly levels: Level[]
}

interface CheckRun {
  readonly id: string
  readonly startedAt: number
  readonly sound: CheckRecording
  readonly sources: Record<CapturedSource, SourceState>
  closePort: () => void
  state: SoundCheck['state']
  timer: NodeJS.Timeout
}

export function createSoundChecker(options: SoundCheckerOptions): SoundChecker {
  const { recorder, broadcast, now = monotonicNow } = options
  let run: CheckRun | null = null
  let isReady = false

  function report(on: CheckRun): void {
    const sources = capturedSources.map((source) => checkedSource(on, source))
    broadcast('sound-check:changed', { state: on.state, lengthMs, sources })
  }

  function listen(on: CheckRun): void {
    clearTimeout(on.timer)
    on.state = 'listening'
    on.sound.beginAt(msToSamples(now() - on.startedAt))
    for (const source of capturedSources) on.sources[source].levels.length = 0
    on.timer = setTimeout(() => stop(on), lengthMs)
    report(on)
  }

  function stop(on: CheckRun): void {
    recorder.stop(on.id)
    on.timer = setTimeout(() => finish(on), stopMs)
  }

  function finish(on: CheckRun): void {
    if (on.state === 'done') return
    clearTimeout(on.timer)
    on.closePort()
    on.state = 'done'
    report(on)
  }

  function end(): void {
    if (run === null) return
    clearTimeout(run.timer)
    if (run.state !== 'done') recorder.stop(run.id)
    run.closePort()
    run = null
  }

  function start(): Result<undefined> {
    if (options.isRecording()) return fail('already-recording')
    end()
    const begun: CheckRun = {
      id: options.newId(),
      startedAt: now(),
      sound: createCheckRecording(lengthMs + openMs + stopMs),
      sources: { microphone: emptySource(), system: emptySource() },
      closePort: () => undefined,
      state: 'opening',
      timer: setTimeout(() => listen(begun), openMs),
    }
    run = begun
    if (isReady) capture(begun)
    report(begun)
    return ok(undefined)
  }

  function capture(on: CheckRun): void {
    clearTimeout(on.timer)
    on.timer = setTimeout(() => listen(on), openMs)
    const port = recorder.openAudioPort(on.id)
    on.closePort = () => port.close()
    port.on('message', ({ data }) => {
      if (recorder.receiveEvent(on.id, data)) return
      const chunk = audioChunkSchema.safeParse(data)
      if (chunk.success) on.sound.add(chunk.data)
    })
    port.start()
    const { microphoneId: deviceId, processing } = options.settings()
    recorder.check({
      recordingId: on.id,
      zeroAt: on.startedAt,
      notBeforeMs: 0,
      paused: false,
      update: null,
      sources: capturedSources.map((source) => ({ source, deviceId, processing })),
    })
  }

  function event(recordingId: string, happened: RecorderEvent): void {
    if (run === null || run.id !== recordingId || run.state === 'done') return
    if (happened.type === 'stopped') return finish(run)
    if (happened.type === 'level') {
      run.sources[happened.level.source].levels.push(happened.level)
      broadcast('sound-check:level', happened.level)
    } else if (happened.type === 'capturing') {
      const heard = run.sources[happened.source]
      heard.label = happened.label
      heard.substitute = happened.substitute
      heard.error = null
      report(run)
    } else if (happened.type === 'problem' && isCaptured(happened.source)) {
      run.sources[happened.source].error = happened.error
      report(run)
    }
    const isKnown = ({ levels, error }: SourceState) => levels.length > 0 || error !== null
    if (run.state === 'opening' && Object.values(run.sources).every(isKnown)) listen(run)
  }

  return {
    start,
    end,
    event,
    recorderReady: () => {
      isReady = true
      // The check started before the page was ready.
      if (run?.state === 'opening') capture(run)
    },
    recorderGone: () => {
      isReady = false
      if (run !== null) finish(run)
    },
    get isOn() {
      return run !== null && run.state !== 'done'
    },
    sound: (name) => {
      if (run?.state !== 'done') return null
      const source = capturedSources.find((one) => name === soundName(run?.id ?? '', one))
      return source === undefined ? null : run.sound.wav(source)
    },
  }
}

function emptySource(): SourceState {
  return { label: '', substitute: false, error: null, levels: [] }
}

function checkedSource(
  { id, state, sources: heard, sound }: CheckRun,
  source: CapturedSource,
): CheckedSource {
  const { label, substitute, levels, error } = heard[source]
  const open = { source, label, findings: [], error, soundUrl: null }
  if (state !== 'done') return open
  if (levels.length === 0) return { ...open, error: error ?? errorValue(noReason[source]) }
  return {
    ...open,
    // The source delivered audio, so an earlier error is over.
    error: null,
    findings: findingsOf(source, loudnessOf(levels), substitute),
    soundUrl: sound.wav(source) === null ? null : `media://meeting/${soundName(id, source)}/sound`,
  }
}

/** A name that is unique among meetings and checks. */
function soundName(id: string, source: CapturedSource): string {
  return `${id}-${source}`
}
