import { judgeClose, type CloseVerdict } from './close-codes'
import type { StreamingDeps } from './deps'
import { failedTries, nextTry, slowTryMs } from './reconnect'
import { planRotation } from './rotation-plan'
import type { OpenSession, Opening } from './session-opener'
import { createDelay } from './timers'

/** How often to look for a pause in speech. */
const checkMs = 100

/** Opens the next session before the one in use reaches its time limit. */
export interface Rotation {
  /** This session is in use now. */
  plan(inUse: OpenSession): void
  /** The next session is open and waits. */
  readonly isReady: boolean
  /** Returns the next session, open or on its way, or null. Nothing is planned afterwards. */
  take(): Opening | null
  /** Cancels the plan and abandons the next session. */
  cancel(): void
}

export interface RotationOptions {
  readonly deps: StreamingDeps
  readonly open: () => Opening
  /** Whether the session in use can end now without cutting into speech. */
  readonly isPause: () => boolean
  /** Ends the session in use, so that the next one can be taken. */
  readonly handOver: () => void
}

export function createRotation({ deps, open, isPause, handOver }: RotationOptions): Rotation {
  const delay = createDelay(deps)
  let next: Opening | null = null
  let isReady = false
  let isDue = false
  /** Counts plans: what was planned earlier stops. */
  let plans = 0
  let timers: (() => void)[] = []

  function check(): void {
    if (!isReady) return
    if (isDue || isPause()) return handOver()
    timers.push(deps.after(checkMs, check))
  }

  /** Opens the next session, as often as necessary while the old one lives. */
  async function prepare(): Promise<void> {
    const mine = plans
    let failed = 0
    const isOver = (): boolean => mine !== plans
    while (!isOver()) {
      const opening = open()
      next = opening
      const result = await opening.result
      if (isOver()) return
      let verdict: CloseVerdict
      if (result.ok) {
        isReady = true
        check()
        const ending = await result.open.session.ended
        if (isOver()) return
        isReady = false
        failed = failedTries(failed, ending.lastedMs, false)
        verdict = judgeClose(ending)
      } else {
        failed += 1
        verdict = result.verdict
      }
      next = null
      const then = nextTry(verdict.action, failed, () => deps.random())
      // A refusal is tried again too: a pause or a replaced key may be the reason.
      await delay.wait(then.again ? then.delayMs : slowTryMs)
    }
  }

  function take(): Opening | null {
    const taken = next
    plans += 1
    next = null
    isReady = false
    isDue = false
    for (const cancel of timers) cancel()
    timers = []
    delay.wake()
    return taken
  }

  return {
    plan: ({ beganAt, lifeMs }) => {
      const { openMs, latestMs } = planRotation(lifeMs)
      const ageMs = deps.now() - beganAt
      const at = (ms: number, run: () => void): void => {
        timers.push(deps.after(Math.max(0, ms - ageMs), run))
      }
      at(openMs, () => void prepare())
      at(latestMs, () => {
        isDue = true
        check()
      })
    },
    get isReady() {
      return isReady
    },
    take,
    cancel: () => take()?.abandon(),
  }
}
