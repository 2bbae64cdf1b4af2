import { ok, type Result } from '../../common/errors'
import { tokenParameters } from '../../common/token-parameters'
import type { CallHandlers, Events, RequestSession } from '../boundary'
import { createKeys, type Keychain, type KeyWithSecret } from '../keys'
import type { Proxy } from '../proxy'
import type { SettingsStore } from '../settings'
import { tokenExample } from './examples'
import { createServiceGrants, type ServiceGrants } from './grants'
import { createHttpClient } from './http'
import { createOwnConnections } from './own-connections'
import { createProxiedClient } from './proxied-client'
import { createRequestGate } from './request-gate'
import { createMint } from './tokens'
import { createKeyTest, type TestSession } from './key-test'
import { createKeyCheck, createTryToken } from './try-token'
import { zoneHosts } from './zones'

interface ServiceDeps {
  readonly events: Events
  readonly settings: SettingsStore
  readonly net: Parameters<typeof createHttpClient>[0]
  /** A session for requests that must not be sent twice, and for nothing else. */
  readonly onceSession: RequestSession
  readonly keychain: Keychain
  readonly proxy: Pick<Proxy, 'pass' | 'question' | 'lend' | 'requests'>
  /** Opens a session until its Begin and ends it; returns why it did not begin, or null. */
  readonly recorderPage: { readonly testSession: TestSession }
  /** The address of a simulator, or null for the real service. */
  readonly serviceUrl: string | null
}

/** The transcription service: keys, and the tokens minted with them. */
export function setupService(deps: ServiceDeps) {
  const { events, settings, net, onceSession, keychain, proxy, serviceUrl } = deps
  const connections = createOwnConnections({
    shared: createHttpClient(net, proxy.requests),
    own: createHttpClient(net, onceSession),
    pool: onceSession,
  })
  const directHttp = createProxiedClient(connections, proxy)
  const http = createRequestGate({ http: directHttp })
  const mint = createMint({ http, serviceUrl })
  const testSession: TestSession = async (grant) => {
    await proxy.lend(grant.url)
    return deps.recorderPage.testSession(grant)
  }
  const keys = createKeys({
    settings,
    keychain,
    check: createKeyCheck(mint),
    test: createKeyTest({ mint, testSession, settings: settings.get, serviceUrl }),
  })
  const keyInUse = (): Promise<Result<KeyWithSecret>> => keys.inUse()
  const tryToken = createTryToken({ keyInUse, mint, serviceUrl })
  const grants = createServiceGrants({ keyInUse, mint, serviceUrl })
  events.on('proxy:signed-in', grants.retryNow)
  keys.onChange((list) => events.emit('keys:changed', list))
  return {
    http,
    /** The same without the limits that the service asks for, which belong to the service alone. */
    directHttp,
    serviceUrl,
    /** The address to which the recorder streams in tests, if there is one. */
    simulator: serviceUrl === null ? [] : [zoneHosts('default', serviceUrl).socket],
    keyInUse,
    /** Returns the key with this id, or the key in use if it is null or no longer exists. */
    keyFor: async (keyId: string | null): Promise<Result<KeyWithSecret>> => {
      const known = keys.list().keys.find(({ id }) => id === keyId)
      if (known === undefined) return keyInUse()
      const secret = await keys.secretOf(known.id)
      if (!secret.ok) return secret
      return ok({ id: known.id, name: known.name, zone: known.zone, secret: secret.value })
    },
    grants: {
      ...grants,
      grant: async (request) => {
        const granted = await grants.grant(request)
        if (granted.ok) await proxy.lend(granted.value.url)
        return granted
      },
    } satisfies ServiceGrants,
    handlers: {
      'keys:list': () => ok(keys.list()),
      'keys:add': (input) => keys.add(input),
      'keys:replace': (input) => keys.replace(input),
      'keys:test': (input) => keys.test(input),
      'keys:remove': (input) => keys.remove(input),
      'keys:use': (input) => keys.use(input),
      'tokens:try': (parameters) => tryToken(parameters),
      'tokens:example': ({ language, parameters }) => {
        const inUse = keys.list().keys.find((key) => key.inUse)
        const origin = zoneHosts(inUse?.zone ?? 'default', null).rest
        return ok(tokenExample(language, { origin, parameters: withinRange(parameters) }))
      },
    } satisfies Partial<CallHandlers>,
  }
}

export type Service = ReturnType<typeof setupService>

/** A person runs the example as it is, so a value out of range becomes the nearest one in range. */
function withinRange(parameters: Record<keyof typeof tokenParameters, number>) {
  const nearest = (name: keyof typeof tokenParameters) => {
    const { min, max, default: usual } = tokenParameters[name]
    const value = Math.round(parameters[name])
    return Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : usual
  }
  return {
    expiresInSeconds: nearest('expiresInSeconds'),
    maxSessionDurationSeconds: nearest('maxSessionDurationSeconds'),
  }
}
