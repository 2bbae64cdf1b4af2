import { tokenParameters } from '../../../preload/token-parameters'

/** No session lasts longer than its token allows, and main asks for the longest. */
const longestMs = tokenParameters.maxSessionDurationSeconds.max * 1_000
/** A session that begins with less than this left is one seen by a clock that is wrong. */
const believableMs = 15_000

/** How long a session that begins now may last, in ms; `expiresAt` is in Unix seconds, `now` in ms. */
export function lifeMs(expiresAt: number | null | undefined, now: number): number {
  if (expiresAt == null) return longestMs
  const leftMs = expiresAt * 1_000 - now
  return leftMs < believableMs || leftMs > longestMs ? longestMs : leftMs
}

/** Times in ms from the Begin of a session that another is to follow. */
export interface RotationPlan {
  /** The next session is opened, and takes over at the first pause in speech. */
  readonly openMs: number
  /** From here on it takes over without waiting for a pause. */
  readonly latestMs: number
}

/** The next session takes over 20 s before the end at the latest; for 160 s before, it waits for a pause. */
const spareMs = 20_000
const searchMs = 160_000
/** The same, as parts of a session that is short. */
const sparePart = 0.4
const searchPart = 0.25

/** When a session of this length is to be followed by another. */
export function planRotation(life: number): RotationPlan {
  const latestMs = life - Math.min(spareMs, life * sparePart)
  return { openMs: latestMs - Math.min(searchMs, life * searchPart), latestMs }
}
