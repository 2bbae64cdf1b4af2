import { setTimeout as delay } from 'node:timers/promises'
import type { Result } from '../../common/errors'
import { samplesToMs } from '../../common/time'
import type { Library } from '../library'
import { createLog } from '../platform'
import type { AudioWriter } from './audio-writer'
import type { CaptureGaps } from './capture-gaps'
import type { MeetingClock } from './clock'
import { problemPlaces, type Problems } from './problems'
import type { RecorderSupervisor } from './recorder-supervisor'
import type { RecordingSources } from './sources'
import type { TranscriptWriter } from './transcript-writer'

const log = createLog('finalize')

export interface FinalizeLimits {
  /**
   * How long the recorder may take to send its backlog, wait for the last words and report its end, in
   * ms. Usually it ends sooner, and a page that hangs is detected: this limit is for unknown failures.
   */
  readonly stop: number
  /**
   * Audio and `stopped` arrive on different ways: this long after a chunk, in ms, all audio is
   * here.
   */
  readonly quiet: number
  readonly drain: number
}

export interface FinalizeOptions {
  readonly meetingId: string
  readonly library: Library
  readonly limits: FinalizeLimits
  readonly clock: MeetingClock
  readonly sources: RecordingSources
  readonly problems: Problems
  readonly supervisor: RecorderSupervisor
  readonly gaps: CaptureGaps
  readonly audio: AudioWriter
  readonly transcript: TranscriptWriter
  readonly saveProgress: () => void
}

/** After Stop: waits for the last words and the last audio, and writes them. */
export async function finalize(options: FinalizeOptions): Promise<Result<undefined>> {
  const { meetingId, library, limits, supervisor, gaps, audio, transcript } = options
  await within(limits.stop, supervisor.stopped)
  await supervisor.drain({ quietMs: limits.quiet, longestMs: limits.drain })
  const endMs = options.clock.elapsedMs()
  for (const source of gaps.absent()) {
    gaps.end(source, { receivedMs: supervisor.receivedMs(source, 'all'), endMs })
  }
  await audio.close()
  for (const gap of audio.lostGaps()) transcript.gap(gap)
  // Problems that end with the recording are cleared; those of failed writes stay visible.
  options.problems.clear(problemPlaces.filter((place) => place !== 'audio' && place !== 'text'))
  transcript.retry()
  options.saveProgress()
  checkLength(options)
  return library.meetings.setState(meetingId, 'done')
}

/** A last check: the audio must be as long as the time line, and complete. */
function checkLength({ meetingId, clock, sources, audio }: FinalizeOptions): void {
  const lostMs = audio.lostGaps().reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
  const elapsedMs = clock.elapsedMs()
  const captured = sources.captured()
  for (const { source, samples } of audio.infos()) {
    if (!captured.includes(source)) continue
    const missingMs = elapsedMs - samplesToMs(samples)
    const data = { meetingId, source, elapsedMs, missingMs, lostMs }
    if (missingMs > 1_000 || lostMs > 0) log.warn('sound is missing', data)
    else log.info('recording complete', data)
  }
}

/** Waits for a promise, but no longer than this. */
async function within(ms: number, promise: Promise<void>): Promise<void> {
  const limit = new AbortController()
  const over = delay(ms, undefined, { signal: limit.signal }).catch(() => undefined)
  await Promise.race([promise, over])
  limit.abort()
}
