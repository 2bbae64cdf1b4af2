import { tokenParameters } from '../../../common/token-parameters'

/** No session lasts longer than its token allows, and main asks for the longest. */
const longestMs = tokenParameters.maxSessionDurationSeconds.max * 1_000
/** If less than this is left at Begin, the clock of this computer is wrong. */
const believableMs = 15_000

/**
 * How long a session that begins now can last, in ms. `expiresAt` is in Unix seconds of the service's
 * clock, `wallClock` in ms of this computer's.
 */
export function sessionLifeMs(expiresAt: number | null | undefined, wallClock: number): number {
  if (expiresAt == null) return longestMs
  const leftMs = expiresAt * 1_000 - wallClock
  return leftMs < believableMs || leftMs > longestMs ? longestMs : leftMs
}

/** Times in ms from the Begin of a session that another session will follow. */
export interface RotationPlan {
  /** The next session is opened, and takes over at the first pause in speech. */
  readonly openMs: number
  /** From here on it takes over without waiting for a pause. */
  readonly latestMs: number
}

/** The next session takes over at least 20 s before the end, after waiting 160 s for a pause. */
const spareMs = 20_000
const searchMs = 160_000
/** The same for a short session, as parts of its life. */
const sparePart = 0.4
const searchPart = 0.25

/** Plans when another session follows a session of this length. */
export function planRotation(lifeMs: number): RotationPlan {
  const latestMs = lifeMs - Math.min(spareMs, lifeMs * sparePart)
  return { openMs: latestMs - Math.min(searchMs, lifeMs * searchPart), latestMs }
}
