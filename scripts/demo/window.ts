import type { ElectronApplication, Page } from 'playwright'
import type { Result } from '../../common/errors'
import type { CallName } from '../../common/ipc/channels'
import type { CallInput, CallResult } from '../../common/ipc/contract'
import { unpackMeetings, type Meeting } from '../../common/model'

/** The globals of the window, in which the functions given to `evaluate` run. */
export interface WindowGlobals {
  readonly parley: {
    call(name: string, input: unknown): Promise<unknown>
    on(name: string, listener: (event: unknown) => void): void
  }
  parleyDemoTurn(event: unknown): Promise<void>
  parleyDemoProblem(error: unknown): Promise<void>
}

/** The engine may take this long to load its model before the work starts anyway. */
const engineReadyMs = 30_000

/** The main window of the app. */
export async function windowPage(app: ElectronApplication): Promise<Page> {
  const isWindow = (page: Page) => page.url().startsWith('app://window/')
  return app.windows().find(isWindow) ?? app.waitForEvent('window', { predicate: isWindow })
}

/** A person, too, waits for "On-device engine · ready" before the meeting begins. */
export async function engineReady(page: Page): Promise<void> {
  const deadline = Date.now() + engineReadyMs
  while (Date.now() < deadline) {
    if ((await call(page, 'local-engine:state', undefined)).state === 'ready') return
    await page.waitForTimeout(200)
  }
}

/** Calls main as the window does; throws if main refuses. */
export async function call<C extends CallName>(
  page: Page,
  name: C,
  input: CallInput<C>,
): Promise<CallResult<C>> {
  const answer = (await page.evaluate(
    ([channel, argument]) =>
      (globalThis as unknown as WindowGlobals).parley.call(channel, argument),
    [name, input] as const,
  )) as Result<CallResult<C>>
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
  return answer.value
}

/** The meetings of the app, the newest first. */
export async function meetingsOf(page: Page): Promise<readonly Meeting[]> {
  return unpackMeetings(await call(page, 'meetings:list', undefined))
}
