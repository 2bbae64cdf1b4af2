/** Growing pauses after failures, by what failed: an engine, the library, or one gap. */
export interface Pauses {
  /** Notes a failure; `lasting` ones are those that nobody but a person, or a new start, can end. */
  failed(name: string, lasting: boolean): void
  succeeded(name: string): void
  /** Something changed, such as the network: what waits may try again soon. */
  hurry(): void
  /** How long this still has to wait, in ms; Infinity where it was given up until the next start. */
  waitMs(name: string): number
}

export interface PausesOptions {
  readonly now: () => number
  readonly random: () => number
  readonly firstMs: number
  readonly longestMs: number
}

/** A gap that cannot be filled is tried no more often than this before the next start. */
const mostLasting = 5

export function createPauses({ now, random, firstMs, longestMs }: PausesOptions): Pauses {
  const known = new Map<string, { tries: number; failedAt: number; until: number }>()
  return {
    failed: (name, lasting) => {
      const tries = (known.get(name)?.tries ?? 0) + 1
      const pauseMs = Math.min(longestMs, firstMs * 2 ** Math.min(tries - 1, 16))
      // From three quarters to five quarters, so that many clients do not come back together.
      const until =
        lasting && tries >= mostLasting ? Infinity : now() + pauseMs * (0.75 + random() / 2)
      known.set(name, { tries, failedAt: now(), until })
    },
    succeeded: (name) => void known.delete(name),
    hurry: () => {
      for (const pause of known.values()) {
        if (pause.until === Infinity) continue
        pause.until = Math.min(pause.until, pause.failedAt + firstMs)
      }
    },
    waitMs: (name) => Math.max(0, (known.get(name)?.until ?? 0) - now()),
  }
}
