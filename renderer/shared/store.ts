import { useSyncExternalStore } from 'react'

/** One value outside React, with listeners for its changes. */
export interface Store<T> {
  readonly get: () => T
  readonly set: (next: T) => void
  /** Returns the function that stops listening. */
  readonly subscribe: (listener: () => void) => () => void
}

/** A store for code that only reads. */
export type Readable<T> = Pick<Store<T>, 'get' | 'subscribe'>

/** Creates a store; setting the same value again notifies nobody. */
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

/** Renders again when the store changes. */
export function useStore<T>(store: Readable<T>): T {
  return useSyncExternalStore(store.subscribe, store.get)
}

/** Renders again when the result of `select` changes; `select` must not create new objects. */
export function useSelected<T, S>(store: Readable<T>, select: (value: T) => S): S {
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}
