import type { StreamingDeps } from './deps'

/** A wait that can be cut short. */
export interface Delay {
  wait(ms: number): Promise<void>
  /** Ends the wait now. */
  wake(): void
}

export function createDelay(deps: StreamingDeps): Delay {
  let wake: () => void = () => undefined
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        const cancel = deps.after(ms, () => wake())
        wake = () => {
          cancel()
          resolve()
        }
      }),
    wake: () => wake(),
  }
}

/** A state in which somebody waits for its end. */
export interface Sleep {
  readonly isOn: boolean
  begin(): void
  end(): void
  /** Resolves when it is not on. */
  over(): Promise<void>
}

export function createSleep(): Sleep {
  let isOn = false
  let wake: () => void = () => undefined
  return {
    get isOn() {
      return isOn
    },
    begin: () => {
      isOn = true
    },
    end: () => {
      isOn = false
      wake()
    },
    over: () => (isOn ? new Promise((resolve) => (wake = resolve)) : Promise.resolve()),
  }
}

/** Returns the result of the promise, or null if it takes longer than `ms`. */
export function within<T>(deps: StreamingDeps, ms: number, promise: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const cancel = deps.after(ms, () => resolve(null))
    void promise.then((value) => {
      cancel()
      resolve(value)
    })
  })
}

/** A wait that lasts as long as there is activity. */
export interface IdleTimeout {
  /** There was activity: the idle time starts again. */
  restart(): void
  /** Resolves with the promise, or after `idleMs` without activity, or after `longestMs`. */
  wait(promise: Promise<unknown>): Promise<void>
}

export function createIdleTimeout(
  deps: StreamingDeps,
  { idleMs, longestMs }: { readonly idleMs: number; readonly longestMs: number },
): IdleTimeout {
  let restart: () => void = () => undefined
  return {
    restart: () => restart(),
    wait: (promise) =>
      new Promise((resolve) => {
        let cancel = deps.after(idleMs, end)
        const cancelLongest = deps.after(longestMs, end)
        function end(): void {
          cancel()
          cancelLongest()
          restart = () => undefined
          resolve()
        }
        restart = () => {
          cancel()
          cancel = deps.after(idleMs, end)
        }
        void promise.then(end)
      }),
  }
}
