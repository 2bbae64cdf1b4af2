import type { ProtocolError } from './wire'

/** A token minted by main: it opens one session within `lifeMs`. */
export interface EngineToken {
  readonly token: string
  /** From the moment it is added: only this process's clock measures it. */
  readonly lifeMs: number
  readonly maxSessionSeconds: number
  /** Names and terms to listen for in its session. */
  readonly terms: readonly string[]
}

type Redeemed =
  | ({ readonly ok: true } & Pick<EngineToken, 'maxSessionSeconds' | 'terms'>)
  | { readonly ok: false; readonly error: ProtocolError }

export interface TokenStore {
  add(token: EngineToken): void
  /** Returns whether main issued this token, used and expired ones included. */
  isKnown(token: string): boolean
  /** Checks a token and marks it as used. */
  redeem(token: string): Redeemed
}

/** How long a used or expired token is kept, so that its refusal can give the reason. */
const rememberMs = 600_000

/**
 * The tokens that open sessions. `now` returns ms of a monotonic clock.
 * SECURITY: any program and web page on this computer can reach the port; only a client with an
 * unused token from main is accepted.
 */
export function createTokenStore(now: () => number): TokenStore {
  const tokens = new Map<string, EngineToken & { expiresAt: number; used: boolean }>()

  function refuse(reason: string): Redeemed {
    return { ok: false, error: { code: 1008, text: `Unauthorized Connection: ${reason}` } }
  }

  return {
    add(token) {
      for (const [text, entry] of tokens) {
        if (entry.expiresAt + rememberMs < now()) tokens.delete(text)
      }
      tokens.set(token.token, { ...token, expiresAt: now() + token.lifeMs, used: false })
    },
    isKnown: (text) => tokens.has(text),
    redeem(text) {
      const entry = tokens.get(text)
      if (entry === undefined) return refuse('Invalid API key')
      if (entry.expiresAt <= now()) return refuse('Signature has expired')
      if (entry.used) return refuse('Token was used already')
      entry.used = true
      return { ok: true, maxSessionSeconds: entry.maxSessionSeconds, terms: entry.terms }
    },
  }
}
