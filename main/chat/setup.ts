import type { BrowserWindow } from 'electron'
import { fail, ok, type Result } from '../../common/errors'
import type { ChatProvider, TokenCount } from '../../common/model'
import type { CallHandlers } from '../boundary'
import type { Keychain } from '../keys'
import { zoneHosts, type HttpClient, type Service } from '../service'
import type { SettingsStore } from '../settings'
import { createAgree } from './agreement'
import { createComplete, listModels, type ChatRequest, type Completion } from './completion'
import { createChatKeys } from './key'
import { chatTarget, type ChatTarget } from './target'

interface ChatDeps {
  readonly settings: SettingsStore
  readonly keychain: Keychain
  readonly service: Pick<Service, 'directHttp' | 'keyInUse' | 'serviceUrl'>
  readonly mainWindow: { current(): BrowserWindow | null }
}

/** A model that may be asked: chosen, agreed to, with its key. */
export interface Chat {
  readonly provider: ChatProvider
  readonly model: string
  /** Sends one chat; its answer arrives piece by piece. */
  complete(request: ChatRequest): Promise<Result<Completion>>
  /** What these tokens cost about, in US cents; null if a person gave no price. */
  centsOf(tokens: TokenCount): number | null
}

/** The model that writes minutes and answers questions, if a person has chosen one. */
export function setupChat({ settings, keychain, service, mainWindow }: ChatDeps) {
  const http: HttpClient = service.directHttp
  const complete = createComplete({ http })
  const keys = createChatKeys(keychain, settings)
  const agree = createAgree(settings, mainWindow.current)

  /** Where the chosen provider is, with its key, after somebody agreed to it. */
  async function server() {
    const { chat } = settings.get()
    const isGateway = chat.provider === 'assemblyai'
    const key = isGateway ? await service.keyInUse() : null
    if (key?.ok === false) return key
    const gateway = zoneHosts(key?.value.zone ?? 'default', service.serviceUrl).gateway
    const target = chatTarget(chat, gateway)
    if (!target.ok) return target
    const agreed = await agree(target.value)
    if (!agreed.ok) return agreed
    const secret = key === null ? await keyOf(target.value) : ok(key.value.secret)
    if (!secret.ok) return secret
    const authorization =
      secret.value === null
        ? null
        : {
            header: isGateway ? secret.value : `Bearer ${secret.value}`,
            secret: secret.value,
          }
    return ok({ target: target.value, authorization })
  }

  /** SECURITY: only a server that a person added gets a key, and only the one entered for its host. */
  function keyOf({ provider, origin }: ChatTarget): Promise<Result<string | null>> {
    return provider === 'other' ? keys.read(origin) : Promise.resolve(ok(null))
  }

  /** The origin to which a key that is typed now belongs. */
  function originOfKey(): Result<string> {
    const { addresses } = settings.get().chat
    const target = chatTarget({ provider: 'other', addresses }, '')
    return target.ok ? ok(target.value.origin) : target
  }

  return {
    /** Errors: `chat-none`, `chat-no-model`, `chat-not-agreed`, those of addresses and keys. */
    open: async (): Promise<Result<Chat>> => {
      const { provider, models, prices } = settings.get().chat
      if (provider === null) return fail('chat-none')
      const model = models[provider]?.trim() ?? ''
      if (model === '') return fail('chat-no-model')
      const ready = await server()
      if (!ready.ok) return ready
      const price = prices[provider]
      return ok({
        provider,
        model,
        complete: (request) => complete({ ...ready.value, model }, request),
        centsOf: ({ input, output }) =>
          price === undefined ? null : (input * price.input + output * price.output) / 10_000,
      })
    },
    handlers: {
      'chat:models': async () => {
        const ready = await server()
        return ready.ok ? listModels(http, ready.value) : ready
      },
      'chat:has-key': () => {
        const origin = originOfKey()
        return ok(origin.ok && keys.has(origin.value))
      },
      'chat:set-key': async ({ key, keep }) => {
        const origin = originOfKey()
        return origin.ok ? keys.set(origin.value, key, keep) : origin
      },
      'chat:remove-key': async () => {
        const origin = originOfKey()
        return origin.ok ? keys.remove(origin.value) : origin
      },
    } satisfies Partial<CallHandlers>,
  }
}
