import type { SessionUpdate } from '../../../common/model'

/** Settings that the open sessions of a recording get as messages, not in their addresses. */
export interface SessionUpdates {
  /** null while the address of each session has everything. */
  readonly latest: SessionUpdate | null
  /** Tells all open sessions, if it is something else than before. */
  change(update: SessionUpdate | null): void
  onChange(listener: (update: SessionUpdate) => void): void
}

/** `first` is what the addresses of the first sessions have. */
export function createSessionUpdates(first: SessionUpdate | null): SessionUpdates {
  const listeners: ((update: SessionUpdate) => void)[] = []
  let known = JSON.stringify(first)
  let latest: SessionUpdate | null = null
  return {
    get latest() {
      return latest
    },
    change: (update) => {
      const next = JSON.stringify(update)
      if (update === null || next === known) return
      known = next
      latest = update
      for (const listener of listeners) listener(update)
    },
    onChange: (listener) => void listeners.push(listener),
  }
}
