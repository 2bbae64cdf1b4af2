import type { RateLimit } from '../../preload/model'
import type { Sleep } from './retry'

const windowMs = 60_000
/** Free accounts get five new sessions a minute, and one is left for the account's other uses. */
const sessionsByDefault = 4

/** The place of one session in the budget. */
export interface SessionPlace {
  /** From now on the place counts for 60 s. */
  opened(): void
  /** Gives the place back: no session was opened. */
  release(): void
}

export interface SessionBudget {
  /** Waits until one more session may be opened; null where the signal ended the wait. */
  take(signal: AbortSignal): Promise<SessionPlace | null>
  /** Takes over a limit that the service told of. */
  learn(rateLimit: RateLimit): void
}

export interface SessionBudgetOptions {
  readonly now: () => number
  readonly sleep: Sleep
}

/**
 * At most four new sessions in any 60 s, or one less than the service's own limit. Who comes when
 * there is none left waits, in the order of coming.
 */
export function createSessionBudget({ now, sleep }: SessionBudgetOptions): SessionBudget {
  let allowed = sessionsByDefault
  let places: readonly { at: number }[] = []
  let last: Promise<unknown> = Promise.resolve()

  async function next(signal: AbortSignal): Promise<SessionPlace | null> {
    for (;;) {
      if (signal.aborted) return null
      places = places.filter(({ at }) => now() - at < windowMs).sort((a, b) => a.at - b.at)
      const blocking = places.at(-allowed)
      if (blocking === undefined) break
      await sleep(blocking.at + windowMs - now(), signal)
    }
    const mine = { at: now() }
    places = [...places, mine]
    return {
      opened: () => {
        mine.at = now()
      },
      release: () => {
        places = places.filter((other) => other !== mine)
      },
    }
  }

  return {
    take(signal) {
      const mine = last.then(() => next(signal))
      last = mine
      return mine
    },

    learn({ limit }) {
      if (limit !== null) allowed = Math.max(1, Math.floor(limit) - 1)
    },
  }
}
