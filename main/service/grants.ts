import { errorValue, ok, type ErrorValue, type Result } from '../../preload/errors'
import type { SessionGrant, Settings } from '../../preload/model'
import type { KeyWithSecret } from '../keys/keys'
import { createLog } from '../log'
import { noRateLimit } from './rate-limit'
import { sleep as realSleep, withRetries, type Attempt, type Sleep } from './retry'
import { createSessionBudget } from './session-budget'
import { sessionUrl, type SessionSettings } from './session-url'
import { defaultTokenParameters, type Mint } from './tokens'

const log = createLog('service')

export interface GrantRequest {
  /** The recording's life. */
  readonly signal: AbortSignal
  /** The settings that the recording began with; those of this moment where they are left out. */
  readonly settings?: SessionSettings
  /** Told before each wait, with what made it necessary. */
  readonly onWait?: (error: ErrorValue, waitMs: number) => void
}

export interface ServiceGrants {
  /**
   * A token and an address for one new session, with the key in use.
   * Waits and tries again while the recording lasts; an error is one that will not pass by itself.
   */
  grant(request: GrantRequest): Promise<Result<SessionGrant>>
}

export interface ServiceGrantsOptions {
  readonly keyInUse: () => Promise<Result<KeyWithSecret>>
  readonly settings: () => Settings
  readonly mint: Mint
  readonly serviceUrl: string | null
  readonly now?: () => number
  readonly sleep?: Sleep
  readonly random?: () => number
}

/** Lends tokens to the recorder, one for each connection, within the budget of new sessions. */
export function createServiceGrants(options: ServiceGrantsOptions): ServiceGrants {
  const { keyInUse, settings, mint, serviceUrl } = options
  const { now = Date.now, sleep = realSleep, random = Math.random } = options
  const budget = createSessionBudget({ now, sleep })

  async function attempt({
    signal,
    settings: chosen = settings(),
  }: GrantRequest): Promise<Attempt<SessionGrant>> {
    const failed = (error: ErrorValue) =>
      ({ result: { ok: false, error }, rateLimit: noRateLimit }) as const
    // Asked for each try: a key that is replaced meanwhile is the one to go on with.
    const key = await keyInUse()
    if (!key.ok) return failed(key.error)
    const place = await budget.take(signal)
    if (place === null) return failed(errorValue('not-recording'))

    const { secret, zone } = key.value
    const outcome = await mint({ key: secret, zone, parameters: defaultTokenParameters, signal })
    const { result, rateLimit, status, durationMs } = outcome
    budget.learn(rateLimit)
    const error = result.ok ? null : `${result.error.code} ${result.error.detail ?? ''}`
    log.info('minted', { status, durationMs, error, rateLimit })
    if (!result.ok) {
      place.release()
      return { result, rateLimit }
    }
    place.opened()
    const { token } = result.value
    const url = sessionUrl(chosen, zone, serviceUrl)
    return { result: ok({ url, token, model: chosen.serviceModel }), rateLimit }
  }

  return {
    grant: (request) =>
      withRetries(() => attempt(request), {
        signal: request.signal,
        onWait: request.onWait,
        sleep,
        random,
      }),
  }
}
