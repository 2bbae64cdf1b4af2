/** The texts of the turns on the page. The list is virtual, so most turns are not on it. */
export interface MountedTexts {
  readonly get: (key: string) => HTMLElement | undefined
  readonly entries: () => Iterable<readonly [string, HTMLElement]>
  /** Adds a text; returns the function that removes it. */
  readonly add: (key: string, element: HTMLElement) => () => void
  /** Calls the listener when a text is added, removed or drawn again. Returns its stop function. */
  readonly subscribe: (listener: () => void) => () => void
  readonly changed: () => void
}

export function createMountedTexts(): MountedTexts {
  const texts = new Map<string, HTMLElement>()
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }
  return {
    get: (key) => texts.get(key),
    entries: () => texts,
    add: (key, element) => {
      texts.set(key, element)
      changed()
      return () => {
        // A row can be drawn twice for a moment; the newer one stays.
        if (texts.get(key) === element) texts.delete(key)
        changed()
      }
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    changed,
  }
}
