import type { Result } from '../../preload/errors'

/** More than this waits for the disk only when something else is broken. */
const maxWaiting = 10_000

export interface Keeper {
  /**
   * Stores something now; where that fails it is tried again with each `retry`, unless something
   * newer of the same name is stored before.
   */
  keep<T>(name: string, store: () => Result<T>): Result<T>
  /** The last failure, or null once nothing waits. */
  retry(): Result<undefined>
}

/** Keeps what the disk would not take, so that text goes on while a disk is full. */
export function createKeeper(): Keeper {
  const waiting = new Map<string, () => Result<unknown>>()
  return {
    keep: (name, store) => {
      const stored = store()
      waiting.delete(name)
      if (!stored.ok && waiting.size < maxWaiting) waiting.set(name, store)
      return stored
    },
    retry: () => {
      for (const [name, store] of waiting) {
        const stored = store()
        // One refusal is enough to know: the others would only take the main thread's time.
        if (!stored.ok) return stored
        waiting.delete(name)
      }
      return { ok: true, value: undefined }
    },
  }
}
