import { msToSamples } from '../../../common/time'
import type { HeartbeatMessage } from './protocol'
import { openFromMs, type TurnsState } from './turns'

/** Sound that the service has had for this long without reporting a word contains no words. */
const quietMs = 5_000

/**
 * How far the service has processed the session's sound, in ms from its start: what it received,
 * without what it has not processed yet. null if the heartbeat does not say.
 */
export function processedMs(beat: HeartbeatMessage): number | null {
  if (beat.total_audio_received_ms == null) return null
  const { total_duration_ms: duration, realtime_factor: factor } = beat
  const processed = duration == null || factor == null ? Infinity : duration * factor
  return Math.max(0, Math.min(beat.total_audio_received_ms, processed))
}

/** What is known of one session's words. */
export interface SessionCoverage {
  readonly turns: TurnsState
  /** Where the session's sound begins on the time line, in ms. */
  readonly offsetMs: number
  /** The heartbeat that has just arrived, or null. */
  readonly beat: HeartbeatMessage | null
}

/**
 * The sample up to which everything that was said has final words: the end of the last final word,
 * or later if a heartbeat shows that nothing was said since. Never before `covered`.
 */
export function coveredUntil(covered: number, { turns, offsetMs, beat }: SessionCoverage): number {
  const final = turns.finalUntilMs === null ? 0 : msToSamples(turns.finalUntilMs)
  const processed = beat === null ? null : processedMs(beat)
  if (processed === null) return Math.max(covered, final)
  const quietUntilMs = Math.min(offsetMs + processed - quietMs, openFromMs(turns) ?? Infinity)
  return Math.max(covered, final, msToSamples(Math.max(0, quietUntilMs)))
}
