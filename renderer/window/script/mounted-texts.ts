/** The texts of the turns that are in the page now: the list is virtual, so most are not. */
export interface MountedTexts {
  readonly get: (key: string) => HTMLElement | undefined
  readonly entries: () => Iterable<readonly [string, HTMLElement]>
  /** Puts a text in; returns the function that takes it out. */
  readonly add: (key: string, element: HTMLElement) => () => void
  /** Told when a text came, went, or was drawn again. Returns the function that stops listening. */
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
        // Drawn twice for a moment, the newer one stays.
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
