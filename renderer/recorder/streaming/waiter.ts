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
