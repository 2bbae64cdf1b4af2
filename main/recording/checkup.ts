import type { ErrorValue } from '../../common/errors'
import type { Library } from '../library'
import type { AudioWriter } from './audio-writer'
import type { CaptureGaps } from './capture-gaps'
import type { MeetingClock } from './clock'
import type { Disk } from './disk'
import type { Health } from './health'
import { checkHealth } from './health-check'
import type { Problems } from './problems'
import type { RecorderSupervisor } from './recorder-supervisor'
import type { RecordingSources } from './sources'
import type { TranscriptWriter } from './transcript-writer'

/** What a recording does once a second, and at the start of a pause. */
export interface Checkup {
  /** Tries failed writes again, looks for problems, saves the progress and shows the status. */
  run(): void
  /** Expects neither sound nor words from now on, because the recording pauses. */
  rest(): void
  /** Stores the length of the meeting and of its audio files. */
  saveProgress(): void
}

export interface CheckupOptions {
  readonly meetingId: string
  readonly library: Library
  readonly clock: MeetingClock
  readonly sources: RecordingSources
  readonly audio: AudioWriter
  readonly transcript: TranscriptWriter
  readonly gaps: CaptureGaps
  readonly health: Health
  readonly disk: Disk
  readonly supervisor: RecorderSupervisor
  readonly problems: Problems
  /** Why something that plays is not heard; null if nothing is amiss, or nothing is recorded of it. */
  readonly systemProblem: () => ErrorValue | null
  readonly showStatus: () => void
  /** Milliseconds of a monotonic clock. */
  readonly monotonic: () => number
}

export function createCheckup(options: CheckupOptions): Checkup {
  const { meetingId, library, clock, sources, audio, transcript, gaps, health } = options
  const { disk, supervisor, problems, systemProblem, showStatus, monotonic } = options

  function saveProgress(): void {
    const saved = library.meetings.setProgress(meetingId, clock.elapsedMs(), audio.infos())
    if (!saved.ok) problems.set('text', null, saved.error)
  }

  return {
    run: () => {
      transcript.retry()
      for (const gap of audio.lostGaps()) transcript.gap(gap)
      supervisor.checkDrift()
      problems.clear(['source'])
      problems.set('heard', 'system', systemProblem())
      for (const source of [...gaps.absent(), ...sources.refused()]) health.absent(source)
      const facts = {
        ...health.facts(monotonic()),
        connection: sources.worstConnection(),
        freeBytes: disk.freeBytes,
      }
      for (const { place, source, error } of checkHealth(facts)) problems.set(place, source, error)
      saveProgress()
      showStatus()
    },
    rest: () => {
      health.rest()
      problems.clear(['source', 'heard', 'words', 'delay'])
      void audio.flush()
      saveProgress()
      showStatus()
    },
    saveProgress,
  }
}
