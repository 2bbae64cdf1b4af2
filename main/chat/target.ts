import { fail, ok, type Result } from '../../common/errors'
import { chatProviderTable, type ChatProvider, type ChatSettings } from '../../common/model'

/** Where requests of a provider go. */
export interface ChatTarget {
  readonly provider: ChatProvider
  /** Scheme, host and port: what a person agrees to, and what a key belongs to. */
  readonly origin: string
  /** The address before `/chat/completions`. */
  readonly base: string
}

/** The names of this computer, as URLs have them. */
const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Returns where the chosen provider is. `gateway` is the origin of AssemblyAI's LLM Gateway for the key
 * in use. Errors: `chat-none` without a provider, `chat-no-address`, `chat-bad-address`.
 *
 * SECURITY: nothing goes out in the clear except on this computer, and a local provider is nowhere else.
 */
export function chatTarget(
  { provider, addresses }: Pick<ChatSettings, 'provider' | 'addresses'>,
  gateway: string,
): Result<ChatTarget> {
  if (provider === null) return fail('chat-none')
  const { address, isLocal } = chatProviderTable[provider]
  const given = provider === 'assemblyai' ? `${gateway}/v1` : (addresses[provider] ?? '').trim()
  const text = given === '' ? address : given
  if (text === null) return fail('chat-no-address')
  if (!URL.canParse(text)) return fail('chat-bad-address')
  const url = new URL(text)
  const isHere = loopback.has(url.hostname)
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isHere)
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === ''
  if (!isSafe || !isPlain || (isLocal && !isHere)) return fail('chat-bad-address')
  const path = url.pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '')
  return ok({ provider, origin: url.origin, base: `${url.origin}${path === '' ? '/v1' : path}` })
}
