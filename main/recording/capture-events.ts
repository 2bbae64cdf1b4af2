import { errorValue, type ErrorCode } from '../../common/errors'
import type { RecorderEvent } from '../../common/model'
import { samplesToMs } from '../../common/time'
import { createLog } from '../platform'
import type { CaptureGaps } from './capture-gaps'
import type { MeetingClock } from './clock'
import type { Health } from './health'
import type { ProblemPlace, Problems } from './problems'
import type { RecorderSupervisor } from './recorder-supervisor'
import { isCaptureError, type RecordingSources } from './sources'
import type { StateMachine } from './state-machine'
import type { TranscriptWriter } from './transcript-writer'

/** The events of the recorder that belong to the running recording. */
export type CaptureEvent = Extract<
  RecorderEvent,
  {
    type: 'level' | 'session' | 'session-began' | 'capturing' | 'connection' | 'problem' | 'stopped'
  }
>

export interface CaptureEventsOptions {
  readonly clock: MeetingClock
  readonly sources: RecordingSources
  readonly gaps: CaptureGaps
  readonly supervisor: RecorderSupervisor
  readonly health: Health
  readonly transcript: TranscriptWriter
  readonly machine: StateMachine
  readonly problems: Problems
  /** ms since 1970. */
  readonly now: () => number
  /** Milliseconds of a monotonic clock. */
  readonly monotonic: () => number
  readonly showStatus: () => void
  /** Remembers which model answers a name; false if that was known. */
  readonly rememberAnswer: (requested: string, answered: string) => boolean
  /** Every source was refused before any was captured. */
  readonly onHopeless: () => void
}

const log = createLog('recording')

/** Problems that concern all sources at once. */
const placesOfAll: Partial<Record<ErrorCode, ProblemPlace>> = {
  'model-refused': 'model',
  'setting-not-applied': 'setting',
  'service-warning': 'warning',
}

/** Applies what the recorder reports about its sources, its connections and its end. */
export function createCaptureEvents(options: CaptureEventsOptions): (event: CaptureEvent) => void {
  const { clock, sources, gaps, supervisor, health, transcript, machine, problems } = options
  const { now, monotonic, showStatus, rememberAnswer, onHopeless } = options

  function onCapturing(event: RecorderEvent & { type: 'capturing' }): void {
    const { source, label, firstSample, substitute } = event
    // It was turned off, or paused, while this event was on its way.
    if (clock.paused || !sources.isWanted(source)) return
    // Audio that the current run sent before this event does not count.
    const receivedMs = supervisor.receivedMs(source, 'before-current')
    gaps.end(source, { receivedMs, endMs: samplesToMs(firstSample) })
    sources.setCaptured(source, label)
    supervisor.captured(source)
    health.captured(source, monotonic())
    problems.set('capture', source, null)
    problems.set('device', source, substitute ? errorValue('microphone-replaced') : null)
    if (gaps.absent().length === 0) problems.set('recorder', null, null)
    machine.move('capturing')
    showStatus()
  }

  function onProblem({ source, error }: RecorderEvent & { type: 'problem' }): void {
    if (!sources.isWanted(source)) return
    const isCapture = isCaptureError(error.code)
    if (error.code === 'service-warning') log.warn('warning of the service', { said: error.detail })
    const shared = placesOfAll[error.code]
    if (shared) problems.set(shared, null, error)
    else problems.set(isCapture ? 'capture' : 'session', source, error)
    if (isCapture) sources.setRefused(source)
    if (isCapture && sources.isHopeless()) onHopeless()
    else showStatus()
  }

  /** The service replaces a retired model by its successor. This is reported once. */
  function onSessionBegan({ requested, model }: RecorderEvent & { type: 'session-began' }): void {
    if (requested === model || !rememberAnswer(requested, model)) return
    const detail = `asked for ${requested}, got ${model}`
    problems.set('model', null, errorValue('model-mismatch', detail))
    showStatus()
  }

  return (event) => {
    switch (event.type) {
      case 'level':
        return health.level(event.level, monotonic())
      case 'session': {
        const { sessionId: id, source, model, offsetMs } = event
        return transcript.session({ id, source, model, offsetMs, openedAt: now() })
      }
      case 'session-began':
        return onSessionBegan(event)
      case 'capturing':
        return onCapturing(event)
      case 'connection':
        sources.setConnection(event.source, event.state)
        problems.set('connection', event.source, event.state === 'live' ? null : event.error)
        return showStatus()
      case 'problem':
        return onProblem(event)
      case 'stopped':
        return supervisor.runStopped(event.recordingId)
    }
  }
}
