import { judgeClosure, type ClosureVerdict } from './closures'
import type { Environment } from './environment'
import type { Line, Opening } from './opening'
import { failedTries, nextTry, slowTryMs } from './reconnect'
import { planRotation } from './rotation-plan'
import { createWaiter } from './waiter'

/** How often a pause is looked for. */
const lookMs = 100

/** Opens the next session before the one in use has had its time. */
export interface Rotation {
  /** This session is in use now. */
  plan(line: Line): void
  /** The next session waits to be used. */
  readonly isReady: boolean
  /** Gives away the next session at whatever point it is, or null; nothing is planned after it. */
  take(): Opening | null
  /** Nothing is planned any more, and the next session is left. */
  cancel(): void
}

export interface RotationOptions {
  readonly environment: Environment
  readonly open: () => Opening
  /** Whether the session in use could be ended now without cutting into speech. */
  readonly isPause: () => boolean
  /** Ends the session in use, for the next one to be taken. */
  readonly handOver: () => void
}

export function createRotation(options: RotationOptions): Rotation {
  const { environment, open, isPause, handOver } = options
  const waiter = createWaiter(environment)
  let spare: Opening | null = null
  let isReady = false
  let isDue = false
  /** What is planned for one session ends with its round. */
  let round = 0
  let timers: (() => void)[] = []

  function look(): void {
    if (!isReady) return
    if (isDue || isPause()) return handOver()
    timers.push(environment.after(lookMs, look))
  }

  /** Opens the next session, as often as it takes while the old one lives. */
  async function prepare(): Promise<void> {
    const mine = round
    let failed = 0
    const isOver = (): boolean => mine !== round
    while (!isOver()) {
      const opening = open()
      spare = opening
      const begun = await opening.begun
      if (isOver()) return
      let verdict: ClosureVerdict
      if (begun.ok) {
        isReady = true
        look()
        const ending = await begun.line.session.ended
        if (isOver()) return
        isReady = false
        failed = failedTries(failed, ending.lastedMs, false)
        verdict = judgeClosure(ending)
      } else {
        failed += 1
        verdict = begun.verdict
      }
      spare = null
      const next = nextTry(verdict.action, failed, () => environment.random())
      // Also what is refused: a pause or a replaced key may be why, and the old session lives on.
      await waiter.wait(next.again ? next.delayMs : slowTryMs)
    }
  }

  function take(): Opening | null {
    const taken = spare
    round += 1
    spare = null
    isReady = false
    isDue = false
    for (const callOff of timers) callOff()
    timers = []
    waiter.wake()
    return taken
  }

  return {
    plan: ({ beganAt, lifeMs }) => {
      const { openMs, latestMs } = planRotation(lifeMs)
      const ageMs = environment.now() - beganAt
      const at = (ms: number, run: () => void): void => {
        timers.push(environment.after(Math.max(0, ms - ageMs), run))
      }
      at(openMs, () => void prepare())
      at(latestMs, () => {
        isDue = true
        look()
      })
    },
    get isReady() {
      return isReady
    },
    take,
    cancel: () => take()?.abandon(),
  }
}
