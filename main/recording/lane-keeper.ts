import { createLog } from '../log'
import type { Absence } from './absences'
import { samplesToMs } from './lanes'
import { createPace } from './pace'
import { orderOf } from './orders'
import { openLane, type RecorderLink, type Running } from './run'

const log = createLog('lanes')

export interface LaneKeeperOptions {
  recorder: RecorderLink
  newId: () => string
  /** Milliseconds of a clock that nobody sets. */
  monotonic: () => number
}

/** Starts the recorder within a recording, as often as it takes. */
export interface LaneKeeper {
  readonly isReady: boolean
  /** The page is there. */
  ready(run: Running | null): void
  /** The page crashed, was killed, or was ended since it hung. */
  gone(run: Running | null): void
  begin(run: Running): void
  /** What is to be captured has changed: sources, devices, or a pause. */
  change(run: Running): void
  /** At the press of Stop. */
  end(run: Running): void
  /** To be asked each `livenessCheckMs`. */
  watch(run: Running): void
  /** To be asked once a second: where a source lost time, the recorder is started again. */
  keepPace(run: Running): void
  suspend(run: Running): void
  resume(run: Running): void
}

export function createLaneKeeper(options: LaneKeeperOptions): LaneKeeper {
  const { recorder, newId, monotonic } = options
  let isReady = false

  function begin(run: Running): void {
    if (!isReady || run.asleep) return
    run.liveness.heard(monotonic())
    openLane(run, newId(), recorder)
  }

  /** The page ends its session by itself, while the next start of it may already be on. */
  function leave(run: Running, reason: Absence['reason']): void {
    for (const source of run.captured.keys()) {
      if (!run.absent.has(source))
        run.absent.set(source, { reason, paused: run.clock.paused, page: null })
    }
    const lane = run.lanes.at(-1)
    if (isReady && lane !== undefined && !lane.stopped) recorder.stop(lane.recordingId)
  }

  function gone(run: Running | null): void {
    isReady = false
    if (run === null) return
    const lane = run.lanes.at(-1)
    const mixed = run.settings.sessions === 'one' ? [...run.connections.values()] : null
    for (const source of run.captured.keys()) {
      const before = run.absent.get(source)
      if (lane === undefined || lane.stopped || before?.page) continue
      const wasLive = (mixed === null ? run.connections.get(source) : mixed[0]) === 'live'
      const page = { ...run.transcript.spoken(source), wasLive }
      const { reason, paused } = before ?? {
        reason: 'recorder-restart' as const,
        paused: run.clock.paused,
      }
      run.absent.set(source, { reason, paused, page })
    }
    for (const left of run.lanes) left.stopped = true
    run.connections.clear()
    if (run.clock.ended) run.recorderDone.resolve()
  }

  return {
    get isReady() {
      return isReady
    },
    ready: (run) => {
      isReady = true
      if (run !== null && !run.clock.ended) begin(run)
    },
    gone,
    begin,
    change: (run) => {
      const lane = run.lanes.at(-1)
      if (!isReady || run.asleep || run.clock.ended || lane === undefined) return
      for (const source of run.captured.keys()) lane.paces.delete(source)
      if (lane.stopped) begin(run)
      else recorder.change(orderOf(run, lane.recordingId))
    },
    end: (run) => {
      const lane = run.lanes.at(-1)
      if (!isReady || lane === undefined || lane.stopped) run.recorderDone.resolve()
      // Before a sleep it was told already.
      else if (!run.asleep) recorder.stop(lane.recordingId)
    },
    watch: (run) => {
      const hangs = run.liveness.hangs(monotonic())
      const lane = run.lanes.at(-1)
      if (!hangs || !isReady || lane === undefined || lane.stopped) return
      log.error('recorder hangs', { meetingId: run.meetingId })
      run.liveness.heard(monotonic())
      recorder.restart()
    },
    keepPace: (run) => {
      const lane = run.lanes.at(-1)
      if (lane === undefined || lane.stopped || run.asleep || run.clock.ended || run.clock.paused)
        return
      for (const [source, sample] of lane.heard) {
        const pace = lane.paces.get(source) ?? createPace()
        lane.paces.set(source, pace)
        if (!pace.lost(monotonic(), samplesToMs(sample))) continue
        log.warn('sound lost time', { meetingId: run.meetingId, source })
        leave(run, 'recorder-restart')
        begin(run)
        return
      }
    },
    suspend: (run) => {
      if (run.asleep || run.clock.ended) return
      leave(run, 'sleep')
      run.asleep = true
    },
    resume: (run) => {
      if (!run.asleep) return
      run.asleep = false
      if (!run.clock.ended) begin(run)
    },
  }
}
