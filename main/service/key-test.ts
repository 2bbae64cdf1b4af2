import { monotonicNow } from '../../common/clock'
import { errorValue, type ErrorValue } from '../../common/errors'
import {
  zones,
  type KeyCheck,
  type SessionGrant,
  type Settings,
  type Zone,
} from '../../common/model'
import { errorDetails } from '../../common/text'
import { tokenParameters, type TokenParameters } from '../../common/token-parameters'
import { sessionUrl } from './session-url'
import { defaultTokenParameters, type Mint } from './tokens'

/** Opens a session until its Begin and ends it; returns why it did not begin, or null. */
export type TestSession = (grant: SessionGrant) => Promise<ErrorValue | null>

export interface KeyTestOptions {
  readonly mint: Mint
  readonly testSession: TestSession
  readonly settings: () => Settings
  readonly serviceUrl: string | null
  /** Milliseconds of a monotonic clock. */
  readonly now?: () => number
}

interface RefusedKey {
  readonly key: string
  readonly zone: Zone
  readonly mint: Mint
}

/** Returns why a key gets no token: one that is rejected here may be good in another zone. */
export async function explainRefusal(
  error: ErrorValue,
  { key, zone, mint }: RefusedKey,
): Promise<ErrorValue> {
  if (error.code !== 'key-rejected') return error
  for (const other of zones) {
    if (other === zone) continue
    const { result } = await mint({ key, zone: other, parameters: shortest })
    if (result.ok) return errorValue('key-wrong-zone', errorDetails.zones[other])
  }
  return error
}

/** A token that nobody uses. */
export const shortest: TokenParameters = {
  expiresInSeconds: tokenParameters.expiresInSeconds.min,
  maxSessionDurationSeconds: tokenParameters.maxSessionDurationSeconds.min,
}

/** A test needs a session of a moment; one that is forgotten ends after a minute. */
const parameters = {
  ...shortest,
  expiresInSeconds: defaultTokenParameters.expiresInSeconds,
}

/**
 * Creates a function that tests a key as a recording uses it: a token, then a session. It tells a
 * wrong key, a key of another zone, an account without credit and a key that may not stream apart.
 * The session is billed with a second or two.
 */
export function createKeyTest(
  options: KeyTestOptions,
): (secret: string, zone: Zone) => Promise<KeyCheck> {
  const { mint, testSession, settings, serviceUrl, now = monotonicNow } = options

  return async (key, zone) => {
    const startedAt = now()
    const minted = await mint({ key, zone, parameters })
    const checked = (error: ErrorValue | null): KeyCheck => ({
      at: minted.at,
      durationMs: Math.max(0, Math.round(now() - startedAt)),
      error,
      session: true,
    })
    const { result } = minted
    if (!result.ok) return checked(await explainRefusal(result.error, { key, zone, mint }))
    const { serviceModel: model } = settings()
    const url = sessionUrl({ ...settings(), voiceFocus: 'off', prompt: '' }, zone, serviceUrl)
    return checked(await testSession({ url, token: result.value.token, model }))
  }
}
