import { ok, type Result } from '../../common/errors'
import type { KeyCheck, TokenReport, Zone } from '../../common/model'
import type { TokenParameters } from '../../common/token-parameters'
import type { KeyWithSecret } from '../keys'
import { explainRefusal, shortest } from './key-test'
import { checkTokenParameters, tokenPath, type Mint } from './tokens'
import { zoneHosts } from './zones'

export interface TryTokenOptions {
  readonly keyInUse: () => Promise<Result<KeyWithSecret>>
  readonly mint: Mint
  readonly serviceUrl: string | null
}

/**
 * Creates a function that requests one token with the key in use, without retries, and reports the
 * outcome. The token is dropped here: the report has its first three characters and its length.
 * Without a key, or with a value out of range, it returns an error and sends no request.
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
 * Creates a function that checks a key by minting a token with the shortest life, which is dropped.
 */
export function createKeyCheck(mint: Mint): (secret: string, zone: Zone) => Promise<KeyCheck> {
  return async (key, zone) => {
    const { result, at, durationMs } = await mint({ key, zone, parameters: shortest })
    const error = result.ok ? null : await explainRefusal(result.error, { key, zone, mint })
    return { at, durationMs, error }
  }
}
