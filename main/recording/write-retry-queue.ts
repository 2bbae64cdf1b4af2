import { ok, type Result } from '../../common/errors'

/** More than this waits for the disk only if something else is broken. */
const maxWaiting = 10_000

/** Keeps failed writes, so that text continues to appear while a disk is full. */
export interface WriteRetryQueue {
  /** Keeps a failed write; it replaces an older one with the same name. */
  add(name: string, write: () => Result<unknown>): void
  /** Something newer with this name is stored, so an older write must not replace it. */
  forget(name: string): void
  /** Tries every write again. Returns the first failure, or ok if nothing waits any more. */
  retry(): Result<undefined>
}

export function createWriteRetryQueue(): WriteRetryQueue {
  const waiting = new Map<string, () => Result<unknown>>()
  return {
    add: (name, write) => {
      waiting.delete(name)
      if (waiting.size < maxWaiting) waiting.set(name, write)
    },
    forget: (name) => void waiting.delete(name),
    retry: () => {
      for (const [name, write] of waiting) {
        const stored = write()
        // After one failure, the others would only block the main thread.
        if (!stored.ok) return stored
        waiting.delete(name)
      }
      return ok(undefined)
    },
  }
}
