import {
  errorValue,
  fail,
  ok,
  type ErrorCode,
  type ErrorValue,
  type Result,
} from '../../preload/errors'
import {
  audioChunkSchema,
  sampleRate,
  capturedSourceSchema,
  type CheckedSource,
  type Level,
  type RecorderEvent,
  type RecorderOrder,
  type Settings,
  type SoundCheck,
  type CapturedSource,
} from '../../preload/model'
import type { Playable } from '../library/playable'
import type { RecorderLink } from '../recording/run'
import type { Broadcast } from '../recording/transcript'
import { createCheckSound, type CheckSound } from './sound'
import { findingsOf, loudnessOf } from './verdict'

const lengthMs = 5_000
/** A device that has not given anything by then is not waited for. */
const openMs = 3_000
/** For the recorder page to hand on the last frames. */
const stopMs = 1_000
/** What is wrong with a source that gave neither sound nor a reason. */
const noReason: Record<CapturedSource, ErrorCode> = {
  microphone: 'microphone-failed',
  system: 'system-failed',
}

export interface CheckOptions {
  readonly recorder: Pick<RecorderLink, 'stop' | 'openAudioPort'> & {
    check(order: RecorderOrder): void
  }
  readonly settings: () => Settings
  readonly isRecording: () => boolean
  readonly newId: () => string
  readonly broadcast: Broadcast
  readonly now?: () => number
}

/** The check before a meeting: both sources for five seconds, whatever is switched on. */
export interface Check {
  /** Begins anew where one is on. `already-recording` while there is a recording. */
  start(): Result<undefined>
  /** The panel is closed, or a recording begins: nothing is captured and nothing is kept any more. */
  end(): void
  /** An event of the recorder page of the check with this id. */
  event(recordingId: string, event: RecorderEvent): void
  recorderReady(): void
  recorderGone(): void
  /** Whether the sources may be captured for it now. */
  readonly isOn: boolean
  /** What was heard, by its name in `soundUrl`, or null. */
  sound(name: string): Playable | null
}

interface Heard {
  label: string
  substitute: boolean
  error: ErrorValue | null
  readonly levels: Level[]
}

interface Run {
  readonly id: string
  readonly startedAt: number
  readonly sound: CheckSound
  readonly heard: Record<CapturedSource, Heard>
  closePort: () => void
  state: SoundCheck['state']
  timer: NodeJS.Timeout
}

export function createCheck(options: CheckOptions): Check {
  const { recorder, broadcast, now = Date.now } = options
  let run: Run | null = null
  let isReady = false

  function tell(on: Run): void {
    const sources = capturedSourceSchema.options.map((source) => checkedSource(on, source))
    broadcast('check:changed', { state: on.state, lengthMs, sources })
  }

  function listen(on: Run): void {
    clearTimeout(on.timer)
    on.state = 'listening'
    on.sound.beginAt(Math.round(((now() - on.startedAt) * sampleRate) / 1_000))
    for (const source of capturedSourceSchema.options) on.heard[source].levels.length = 0
    on.timer = setTimeout(() => stop(on), lengthMs)
    tell(on)
  }

  function stop(on: Run): void {
    recorder.stop(on.id)
    on.timer = setTimeout(() => finish(on), stopMs)
  }

  function finish(on: Run): void {
    if (on.state === 'done') return
    clearTimeout(on.timer)
    on.closePort()
    on.state = 'done'
    tell(on)
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
    const begun: Run = {
      id: options.newId(),
      startedAt: now(),
      sound: createCheckSound(lengthMs + openMs + stopMs),
      heard: { microphone: nothingHeard(), system: nothingHeard() },
      closePort: () => undefined,
      state: 'opening',
      timer: setTimeout(() => listen(begun), openMs),
    }
    run = begun
    if (isReady) capture(begun)
    tell(begun)
    return ok(undefined)
  }

  function capture(on: Run): void {
    clearTimeout(on.timer)
    on.timer = setTimeout(() => listen(on), openMs)
    const port = recorder.openAudioPort(on.id)
    on.closePort = () => port.close()
    port.listen(
      (message) => {
        const chunk = audioChunkSchema.safeParse(message)
        if (chunk.success) on.sound.add(chunk.data)
      },
      () => undefined,
    )
    const { microphoneId: deviceId, processing } = options.settings()
    recorder.check({
      recordingId: on.id,
      startedAt: on.startedAt,
      paused: false,
      sources: capturedSourceSchema.options.map((source) => ({ source, deviceId, processing })),
    })
  }

  function event(recordingId: string, happened: RecorderEvent): void {
    if (run === null || run.id !== recordingId || run.state === 'done') return
    if (happened.type === 'stopped') return finish(run)
    if (happened.type === 'level') {
      run.heard[happened.level.source].levels.push(happened.level)
      broadcast('check:level', happened.level)
    } else if (happened.type === 'capturing') {
      const heard = run.heard[happened.source]
      heard.label = happened.label
      heard.substitute = happened.substitute
      heard.error = null
      tell(run)
    } else if (happened.type === 'problem' && happened.source !== 'file') {
      run.heard[happened.source].error = happened.error
      tell(run)
    }
    const isKnown = ({ levels, error }: Heard) => levels.length > 0 || error !== null
    if (run.state === 'opening' && Object.values(run.heard).every(isKnown)) listen(run)
  }

  return {
    start,
    end,
    event,
    recorderReady: () => {
      isReady = true
      // Asked for before the page was there.
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
      const source = capturedSourceSchema.options.find(
        (one) => name === soundName(run?.id ?? '', one),
      )
      return source === undefined ? null : run.sound.wav(source)
    },
  }
}

function nothingHeard(): Heard {
  return { label: '', substitute: false, error: null, levels: [] }
}

function checkedSource({ id, state, heard, sound }: Run, source: CapturedSource): CheckedSource {
  const { label, substitute, levels, error } = heard[source]
  const open = { source, label, findings: [], error, soundUrl: null }
  if (state !== 'done') return open
  if (levels.length === 0) return { ...open, error: error ?? errorValue(noReason[source]) }
  return {
    ...open,
    // It was heard, so whatever was wrong in between is over.
    error: null,
    findings: findingsOf(source, loudnessOf(levels), substitute),
    soundUrl: sound.wav(source) === null ? null : `media://meeting/${soundName(id, source)}/sound`,
  }
}

/** No meeting has it for its id, and no other check. */
function soundName(id: string, source: CapturedSource): string {
  return `${id}-${source}`
}
