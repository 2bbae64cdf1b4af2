import { monotonicNow } from '../../common/clock'
import { errorValue, ok, type ErrorValue, type Result } from '../../common/errors'
import type { SessionGrant } from '../../common/model'
import type { KeyWithSecret } from '../keys'
import { createLog } from '../platform'
import { noRateLimit } from './rate-limit'
import { sleep as realSleep, withRetries, type Attempt, type Sleep } from './retry'
import { createSessionBudget } from './session-budget'
import { sessionUrl, type SessionSettings } from './session-url'
import { defaultTokenParameters, type Mint } from './tokens'

const log = createLog('service')

export interface GrantRequest {
  /** Aborted when the recording ends. */
  readonly signal: AbortSignal
  /** What the session is to be opened with. */
  readonly settings: SessionSettings
  /** Called before each wait with its cause. */
  readonly onWait?: (error: ErrorValue, waitMs: number) => void
}

export interface ServiceGrants {
  /**
   * Returns a token and an address for one new session, with the key in use.
   * Retries while the recording lasts; an error is one that does not pass without action.
   */
  grant(request: GrantRequest): Promise<Result<SessionGrant>>
  /** Tries at once what waits for another try; what the service asked to wait for keeps waiting. */
  retryNow(): void
}

export interface ServiceGrantsOptions {
  readonly keyInUse: () => Promise<Result<KeyWithSecret>>
  readonly mint: Mint
  readonly serviceUrl: string | null
  readonly now?: () => number
  readonly sleep?: Sleep
  readonly random?: () => number
}

/** Grants tokens to the recorder, one for each connection, within the budget of new sessions. */
export function createServiceGrants(options: ServiceGrantsOptions): ServiceGrants {
  const { keyInUse, mint, serviceUrl } = options
  const { now = monotonicNow, sleep = realSleep, random = Math.random } = options
  const budget = createSessionBudget({ now, sleep })
  let retry = new AbortController()

  async function attempt({
    signal,
    settings: chosen,
  }: GrantRequest): Promise<Attempt<SessionGrant>> {
    const failed = (error: ErrorValue) =>
      ({ result: { ok: false, error }, rateLimit: noRateLimit }) as const
    // Read for each attempt, because the key may have been replaced.
    const key = await keyInUse()
    if (!key.ok) return failed(key.error)
    const slot = await budget.acquire(signal)
    if (slot === null) return failed(errorValue('not-recording'))

    const { secret, zone } = key.value
    const outcome = await mint({ key: secret, zone, parameters: defaultTokenParameters, signal })
    const { result, rateLimit, status, durationMs } = outcome
    const error = result.ok ? null : `${result.error.code} ${result.error.detail ?? ''}`
    log.info('minted', { status, durationMs, error, rateLimit })
    if (!result.ok) {
      slot.release()
      return { result, rateLimit }
    }
    slot.opened()
    const { token } = result.value
    const url = sessionUrl(chosen, zone, serviceUrl)
    return { result: ok({ url, token, model: chosen.serviceModel }), rateLimit }
  }

  return {
    grant: (request) =>
      withRetries(() => attempt(request), {
        signal: request.signal,
        onWait: request.onWait,
        sleep: (ms, signal) => sleep(ms, AbortSignal.any([signal, retry.signal])),
        random,
      }),
    retryNow: () => {
      retry.abort()
      retry = new AbortController()
    },
  }
}
