import { msToSamples } from '../capture/timeline'
import type { HeartbeatMessage } from './protocol'
import { openFromMs, type TurnsState } from './turns'

/** Audio that the service had this long without saying a word of it holds no words. */
const quietMs = 5_000

/**
 * How far the service has heard the session's audio, in ms from its start: what it received, less
 * what it has not worked through yet. null where the heartbeat does not say.
 */
export function heardMs(beat: HeartbeatMessage): number | null {
  if (beat.total_audio_received_ms == null) return null
  const { total_duration_ms: duration, realtime_factor: factor } = beat
  const worked = duration == null || factor == null ? Infinity : duration * factor
  return Math.max(0, Math.min(beat.total_audio_received_ms, worked))
}

/**
 * Up to which sample everything that was said has final words: the end of the last final word, or
 * later where a heartbeat shows that nothing was said since.
 */
export function coveredUntil(
  covered: number,
  turns: TurnsState,
  offsetMs: number,
  beat: HeartbeatMessage | null,
): number {
  const final = turns.finalUntilMs === null ? 0 : msToSamples(turns.finalUntilMs)
  const heard = beat === null ? null : heardMs(beat)
  if (heard === null) return Math.max(covered, final)
  const quietUntilMs = Math.min(offsetMs + heard - quietMs, openFromMs(turns) ?? Infinity)
  return Math.max(covered, final, msToSamples(Math.max(0, quietUntilMs)))
}
