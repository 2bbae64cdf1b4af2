import { ok, type Result } from '../../preload/errors'
import type { KeyCheck, TokenReport, Zone } from '../../preload/model'
import { tokenParameters, type TokenParameters } from '../../preload/token-parameters'
import type { KeyWithSecret } from '../keys/keys'
import { checkTokenParameters, tokenPath, type Mint } from './tokens'
import { zoneHosts } from './zones'

export interface TryTokenOptions {
  readonly keyInUse: () => Promise<Result<KeyWithSecret>>
  readonly mint: Mint
  readonly serviceUrl: string | null
}

/**
 * A function that makes one request for a token with the key in use, without retries, and reports
 * it. The token itself is dropped here: the report has its first three characters and its length.
 * Without a key, or with a value out of range, there is no request and an error instead.
 */
export function createTryToken({
  keyInUse,
  mint,
  serviceUrl,
}: TryTokenOptions): (parameters: TokenParameters) => Promise<Result<TokenReport>> {
  return async (parameters) => {
    const checked = checkTokenParameters(parameters)
    if (!checked.ok) return checked
    const key = await keyInUse()
    if (!key.ok) return key

    const { secret, zone, name } = key.value
    const { result, ...outcome } = await mint({ key: secret, zone, parameters })
    return ok({
      ...outcome,
      requestLine: `GET ${tokenPath(parameters)}`,
      host: new URL(zoneHosts(zone, serviceUrl).rest).host,
      keyName: name,
      token: result.ok
        ? { prefix: result.value.token.slice(0, 3), length: result.value.token.length }
        : null,
      expiresAt: result.ok ? result.value.expiresAt : null,
      error: result.ok ? null : result.error,
    })
  }
}

/**
 * A function that checks a key by minting a token which lives as short as the service allows and
 * which nobody gets.
 */
export function createKeyCheck(mint: Mint): (secret: string, zone: Zone) => Promise<KeyCheck> {
  const parameters: TokenParameters = {
    expiresInSeconds: tokenParameters.expiresInSeconds.min,
    maxSessionDurationSeconds: tokenParameters.maxSessionDurationSeconds.min,
  }
  return async (secret, zone) => {
    const { result, at, durationMs } = await mint({ key: secret, zone, parameters })
    return { at, durationMs, error: result.ok ? null : result.error }
  }
}
