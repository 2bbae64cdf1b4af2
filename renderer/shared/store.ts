import { useSyncExternalStore } from 'react'

/** One value outside React, with those who want to know when it changes. */
export interface Store<T> {
  readonly get: () => T
  readonly set: (next: T) => void
  /** Returns the function that stops listening. */
  readonly subscribe: (listener: () => void) => () => void
}

/** A store as those see it who only read. */
export type Readable<T> = Pick<Store<T>, 'get' | 'subscribe'>

/** Makes a store; setting the value that it holds already tells nobody. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Draws again when the store changes. */
export function useStore<T>(store: Readable<T>): T {
  return useSyncExternalStore(store.subscribe, store.get)
}

/** Draws again when what `select` takes out of the store changes; it must not build new objects. */
export function useSelected<T, S>(store: Readable<T>, select: (value: T) => S): S {
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}
