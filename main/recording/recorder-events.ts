import { errorValue, type ErrorCode } from '../../preload/errors'
import type { AudioDevice, Gap, RecorderEvent } from '../../preload/model'
import { createLog } from '../log'
import { absenceGaps } from './absences'
import { samplesToMs } from './lanes'
import type { Running } from './run'
import type { RecordingHappening } from './state'
import type { Problems } from './status'
import type { Broadcast, LiveTranscript } from './transcript'

const log = createLog('recorder-events')

const captureCodes: ReadonlySet<ErrorCode> = new Set([
  'no-microphone',
  'microphone-denied',
  'microphone-busy',
  'microphone-failed',
  'microphone-ended',
  'system-denied',
  'system-unsupported',
  'system-failed',
])

/** What an event of the recorder can act upon. */
export interface EventContext {
  running(): Running | null
  /** The words of the meeting that a session belongs to: also of the one before, for late words. */
  transcriptOf(sessionId: string): LiveTranscript | null
  /** Keeps a gap of a start of the recorder, also where its recording has ended since. */
  gap(gap: Gap, recordingId: string | undefined): void
  problems: Problems
  broadcast: Broadcast
  move(happening: RecordingHappening): boolean
  tellStatus(): void
  /** Every source was refused before any was heard. */
  noneOpened(run: Running): void
  setDevices(devices: AudioDevice[]): void
  newId(): string
  now(): number
  /** Milliseconds of a clock that nobody sets. */
  monotonic(): number
}

/** Stores or shows what the recorder reports, in the order in which it comes. */
export function handleRecorderEvent(event: RecorderEvent, context: EventContext): void {
  const { broadcast } = context
  const run = context.running()
  switch (event.type) {
    case 'devices':
      context.setDevices(event.devices)
      broadcast('devices:changed', event.devices)
      return
    case 'level':
      run?.vitals.level(event.level, context.monotonic())
      broadcast('recording:level', event.level)
      return
    case 'alive':
      return
    case 'ignored':
      log.info('unknown message type', { type: event.messageType, count: event.count })
      return
    case 'turn': {
      const transcript = context.transcriptOf(event.turn.sessionId)
      if (run !== null && transcript === run.transcript) {
        run.vitals.words(context.monotonic())
        run.delay.arrived(event.turn, run.clock.elapsedMs())
      }
      transcript?.turn(event.turn)
      return
    }
    case 'turn-dropped':
      context.transcriptOf(event.sessionId)?.dropped(event.sessionId, event.turnOrder)
      return
    case 'speakers':
      context.transcriptOf(event.sessionId)?.speakers(event.sessionId, event.revisions)
      return
    case 'session': {
      const { sessionId: id, source, model, offsetMs } = event
      run?.transcript.session({ id, source, model, offsetMs, openedAt: context.now() })
      return
    }
    case 'gap':
      context.gap(event.gap, event.recordingId)
      return
    case 'capturing':
      if (run !== null) capturing(run, event, context)
      return
    case 'connection':
      if (run === null) return
      if (event.state === null) run.connections.delete(event.source)
      else run.connections.set(event.source, event.state)
      context.problems.set('connection', event.source, event.state === 'live' ? null : event.error)
      context.tellStatus()
      return
    case 'problem':
      if (run !== null) problem(run, event, context)
      return
    case 'stopped':
      if (run !== null) stopped(run, event.recordingId)
      return
  }
}

function stopped(run: Running, recordingId: string): void {
  const lane = run.lanes.find((known) => known.recordingId === recordingId)
  if (lane === undefined) return
  lane.stopped = true
  // Before Stop it is only a start of the recorder that is over, such as for a sleep.
  if (run.clock.ended && lane === run.lanes.at(-1)) run.recorderDone.resolve()
}

function capturing(
  run: Running,
  { source, label, firstSample, substitute }: RecorderEvent & { type: 'capturing' },
  context: EventContext,
): void {
  // Switched off, or paused, while it was on its way.
  if (run.clock.paused || !run.wanted.some((wanted) => wanted.source === source)) return
  const absence = run.absent.get(source)
  if (absence !== undefined) {
    run.absent.delete(source)
    // The lane that captures now may have sent sound before this event: it does not count.
    const before = run.lanes.slice(0, -1)
    const endMs = samplesToMs(firstSample)
    for (const gap of absenceGaps(run.transcript, before, source, absence, endMs)) {
      run.transcript.gap({ id: context.newId(), ...gap })
    }
  }
  run.captured.set(source, label)
  run.lanes.at(-1)?.paces.delete(source)
  run.vitals.capturing(source, context.monotonic())
  run.refused.delete(source)
  context.problems.set('capture', source, null)
  context.problems.set('device', source, substitute ? errorValue('microphone-replaced') : null)
  if (run.absent.size === 0) context.problems.set('recorder', null, null)
  context.move('capturing')
  context.tellStatus()
}

function problem(
  run: Running,
  event: RecorderEvent & { type: 'problem' },
  context: EventContext,
): void {
  const { source, error } = event
  if (!run.wanted.some((wanted) => wanted.source === source)) return
  if (!captureCodes.has(error.code)) {
    context.problems.set('session', source, error)
    context.tellStatus()
    return
  }
  context.problems.set('capture', source, error)
  run.refused.add(source)
  const allRefused = run.wanted.every((wanted) => run.refused.has(wanted.source))
  if (allRefused && run.captured.size === 0) context.noneOpened(run)
  else context.tellStatus()
}
