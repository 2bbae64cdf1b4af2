import { install } from '@sinonjs/fake-timers'

/** The clock of one process of a soak, as whoever drives it sees it. */
export interface SteppedProcess {
  /** From now on time stands still, but for `to`. Until then it goes as it always does. */
  hold(): void
  /** Time goes on to this moment (ms since 1970), and what is due until then runs. */
  to(at: number): Promise<void>
}

declare global {
  var soak: SteppedProcess
}

/**
 * Puts a clock that can be stepped in the place of all that tells time in this process. After every
 * `lookMs` of it `each` runs, and then what others sent meanwhile.
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
