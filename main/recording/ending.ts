import type { Result } from '../../preload/errors'
import { absenceGaps } from './absences'
import type { Disk } from './disk'
import type { RecordingsOptions } from './options'
import { checkLength, drain, within, type Limits, type Running } from './run'
import type { Saver } from './saver'
import type { Stage } from './stage'
import { problemPlaces } from './status'

/** The ways in which a recording ends. */
export interface Ending {
  /** After Stop: waits for the last words and the last sound, and writes them. */
  finish(run: Running): Promise<Result<undefined>>
  /** Nothing was recorded, so nothing stays in the list; the reason stays in the status. */
  noneOpened(run: Running): void
}

export function createEnding(
  stage: Stage,
  saver: Saver,
  disk: Disk,
  limits: Limits,
  { library, recorder, broadcast, newId }: RecordingsOptions,
): Ending {
  const { problems } = stage

  function end(run: Running, happening: 'ended' | 'failed'): void {
    run.life.abort()
    run.stopped.abort()
    run.timers.forEach(clearInterval)
    for (const lane of run.lanes) lane.port.close()
    stage.previous = run
    stage.running = null
    stage.move(happening)
  }

  async function finish(run: Running): Promise<Result<undefined>> {
    try {
      await within(limits.stop, run.recorderDone.promise)
      await drain(run, limits)
      for (const [source, absence] of run.absent) {
        const endMs = run.clock.elapsedMs()
        for (const gap of absenceGaps(run.transcript, run.lanes, source, absence, endMs)) {
          run.transcript.gap({ id: newId(), ...gap })
        }
      }
      await disk.close(run)
      // What is over with the recording; what was not saved stays to be read.
      problems.clear(problemPlaces.filter((place) => place !== 'audio' && place !== 'text'))
      run.transcript.retry()
      saver.progress(run)
      checkLength(run)
      return library.meetings.setState(run.meetingId, 'done')
    } finally {
      end(run, 'ended')
      stage.tellMeeting(run.meetingId)
      stage.tellStatus()
    }
  }

  function noneOpened(run: Running): void {
    if (stage.state !== 'starting') return
    const lane = run.lanes.at(-1)
    if (lane) recorder.stop(lane.recordingId)
    end(run, 'failed')
    void run.audio.close()
    const removed = library.meetings.removeEmpty(run.meetingId)
    if (removed.ok && removed.value) {
      broadcast('meetings:removed', { id: run.meetingId })
    } else {
      library.meetings.setState(run.meetingId, 'done')
      stage.tellMeeting(run.meetingId)
    }
    stage.tellStatus()
  }

  return { finish, noneOpened }
}
