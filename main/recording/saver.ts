import type { Disk } from './disk'
import type { LaneKeeper } from './lane-keeper'
import { livenessCheckMs } from './liveness'
import type { RecordingsOptions } from './options'
import { factsOf, type Limits, type Running } from './run'
import type { Stage } from './stage'
import { judge } from './watchdog'

/** Writes a recording down and watches it, as often as its limits say, until it ends. */
export interface Saver {
  begin(run: Running): void
  progress(run: Running): void
}

export function createSaver(
  stage: Stage,
  lanes: LaneKeeper,
  limits: Limits,
  { library, freeBytes, reserve }: RecordingsOptions,
  disk: Disk,
  monotonic: () => number,
): Saver {
  const { problems } = stage

  function progress(run: Running): void {
    const saved = library.meetings.setProgress(
      run.meetingId,
      run.clock.elapsedMs(),
      run.audio.infos(),
    )
    if (!saved.ok) problems.set('text', null, saved.error)
  }

  function tick(run: Running): void {
    run.transcript.retry()
    disk.keepLost(run)
    lanes.keepPace(run)
    problems.clear(['source'])
    for (const found of judge(factsOf(run, monotonic()))) {
      problems.set(found.place, found.source, found.error)
    }
    progress(run)
    stage.tellStatus()
  }

  async function lookForSpace(run: Running): Promise<void> {
    run.freeBytes = await freeBytes()
  }

  return {
    progress,
    begin: (run) => {
      run.timers.push(
        setInterval(() => void disk.flush(run), limits.flush),
        setInterval(() => tick(run), limits.status),
        setInterval(() => lanes.watch(run), livenessCheckMs),
        setInterval(() => void lookForSpace(run), limits.space),
      )
      void lookForSpace(run)
      void reserve.keep()
    },
  }
}
