import type { Sleep } from './retry'

const windowMs = 60_000
/** Free accounts get five new sessions per minute; one is left for other uses of the account. */
const sessionsPerWindow = 4

/** The slot of one session in the budget. */
export interface SessionSlot {
  /** The slot counts for 60 s from now. */
  opened(): void
  /** Frees the slot because no session was opened. */
  release(): void
}

export interface SessionBudget {
  /** Waits until one more session may be opened; null if the signal aborts the wait. */
  acquire(signal: AbortSignal): Promise<SessionSlot | null>
}

export interface SessionBudgetOptions {
  readonly now: () => number
  readonly sleep: Sleep
}

/**
 * Allows at most four new sessions in any 60 s. Further requests wait in their order.
 */
export function createSessionBudget({ now, sleep }: SessionBudgetOptions): SessionBudget {
  let slots: readonly { at: number }[] = []
  let last: Promise<unknown> = Promise.resolve()

  async function next(signal: AbortSignal): Promise<SessionSlot | null> {
    for (;;) {
      if (signal.aborted) return null
      slots = slots.filter(({ at }) => now() - at < windowMs).sort((a, b) => a.at - b.at)
      const blocking = slots.at(-sessionsPerWindow)
      if (blocking === undefined) break
      await sleep(blocking.at + windowMs - now(), signal)
    }
    const mine = { at: now() }
    slots = [...slots, mine]
    return {
      opened: () => {
        mine.at = now()
      },
      release: () => {
        slots = slots.filter((other) => other !== mine)
      },
    }
  }

  return {
    acquire(signal) {
      const mine = last.then(() => next(signal))
      last = mine
      return mine
    },
  }
}
