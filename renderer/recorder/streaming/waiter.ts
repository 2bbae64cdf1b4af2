import type { Environment } from './environment'

/** A wait that can be cut short. */
export interface Waiter {
  wait(ms: number): Promise<void>
  wake(): void
}

export function createWaiter(environment: Environment): Waiter {
  let wake: () => void = () => undefined
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        const callOff = environment.after(ms, () => wake())
        wake = () => {
          callOff()
          resolve()
        }
      }),
    wake: () => wake(),
  }
}

/** What `promise` gives, or null where it takes longer. */
export function within<T>(
  environment: Environment,
  ms: number,
  promise: Promise<T>,
): Promise<T | null> {
  return new Promise((resolve) => {
    const callOff = environment.after(ms, () => resolve(null))
    void promise.then((value) => {
      callOff()
      resolve(value)
    })
  })
}

/** A wait that lasts as long as things move on. */
export interface Patience {
  /** Something moved on. */
  moved(): void
  /** Resolves with the promise, or when nothing has moved on for `idleMs`, or after `longestMs`. */
  wait(promise: Promise<unknown>): Promise<void>
}

export function createPatience(
  environment: Environment,
  { idleMs, longestMs }: { readonly idleMs: number; readonly longestMs: number },
): Patience {
  let restart: () => void = () => undefined
  return {
    moved: () => restart(),
    wait: (promise) =>
      new Promise((resolve) => {
        let callOff = environment.after(idleMs, end)
        const callOffLongest = environment.after(longestMs, end)
        function end(): void {
          callOff()
          callOffLongest()
          restart = () => undefined
          resolve()
        }
        restart = () => {
          callOff()
          callOff = environment.after(idleMs, end)
        }
        void promise.then(end)
      }),
  }
}
