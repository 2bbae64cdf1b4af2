import type { ServiceLog } from './log'

/** What was wrong with the end of a session. */
interface Unrotated {
  readonly index: number
  readonly code: number | null
  readonly isTerminated: boolean
  /** The next one was open before. */
  readonly isFollowed: boolean
}

/**
 * Sessions with sound that the client did not end itself, or that it ended before the next one was
 * open. A session without sound was opened in advance, before Stop.
 */
export function unrotated(log: ServiceLog): Unrotated[] {
  return log
    .sessions()
    .filter(({ bytes }) => bytes > 0)
    .map(({ closed, terminatedAt }, index, sessions) => ({
      index,
      code: closed?.code ?? null,
      isTerminated: terminatedAt !== null,
      isFollowed: (sessions[index + 1]?.beganAt ?? 0) <= (terminatedAt ?? Infinity),
    }))
    .filter(({ code, isTerminated, isFollowed }) => code !== 1000 || !isTerminated || !isFollowed)
}
