import { install } from '@sinonjs/fake-timers'

/** The stepped clock of one process, as the driver of the soak sees it. */
export interface SteppedProcess {
  /** Stops the time. Until then the clock runs normally; afterwards only `to` moves it. */
  hold(): void
  /** Moves the time to this moment (ms since 1970) and runs what is due until then. */
  to(at: number): Promise<void>
}

/** One step of all clocks, in ms; short enough for every timer of the app. */
export const stepMs = 500

declare global {
  var soak: SteppedProcess
}

/**
 * Replaces every clock and timer of this process by a clock that can be stepped. `each` runs after
 * every `lookMs`, and then what other processes sent meanwhile.
 */
export function installClock(lookMs: number, each: (now: number) => void = () => undefined): void {
  const clock = install({
    now: Date.now(),
    toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    shouldAdvanceTime: true,
  })
  globalThis.soak = {
    hold: () => clock.setTickMode({ mode: 'manual' }),
    to: async (at) => {
      while (clock.now < at) {
        clock.tick(Math.min(lookMs, at - clock.now))
        each(clock.now)
        await otherWork()
      }
    },
  }
}

const otherWork = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
