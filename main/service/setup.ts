import type { TokenParameters } from '../../preload/token-parameters'
import type { Result } from '../../preload/errors'
import type { TokenReport } from '../../preload/model'
import { createKeychain } from '../keys/keychain'
import { createKeys, type Keys, type KeyWithSecret } from '../keys/keys'
import type { SettingsStore } from '../settings'
import { createServiceGrants, type ServiceGrants } from './grants'
import { createHttpClient, type HttpClient } from './http'
import { createMint } from './tokens'
import { createKeyCheck, createTryToken } from './try-token'

interface Parts {
  readonly settings: SettingsStore
  readonly net: Parameters<typeof createHttpClient>[0]
  /** A simulator of the service, or null for the real one. */
  readonly serviceUrl: string | null
}

export interface Service {
  readonly http: HttpClient
  readonly keys: Keys
  readonly keyInUse: () => Promise<Result<KeyWithSecret>>
  readonly grants: ServiceGrants
  readonly tryToken: (parameters: TokenParameters) => Promise<Result<TokenReport>>
}

/** The service as main knows it: the keys, and the tokens that are made with them. */
export function setupService({ settings, net, serviceUrl }: Parts): Service {
  const http = createHttpClient(net)
  const mint = createMint({ http, serviceUrl })
  const keychain = createKeychain({ platform: process.platform })
  const keys = createKeys({ settings, keychain, check: createKeyCheck(mint) })
  const keyInUse = () => keys.inUse()
  return {
    http,
    keys,
    keyInUse,
    grants: createServiceGrants({ keyInUse, settings: settings.get, mint, serviceUrl }),
    tryToken: createTryToken({ keyInUse, mint, serviceUrl }),
  }
}
