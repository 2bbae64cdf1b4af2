import type { ProtocolError } from './wire'

/** A token that main minted: opens one session until `expiresAt` (ms since 1970). */
export interface EngineToken {
  readonly token: string
  readonly expiresAt: number
  readonly maxSessionSeconds: number
}

type Redeemed =
  | { readonly ok: true; readonly maxSessionSeconds: number }
  | { readonly ok: false; readonly error: ProtocolError }

export interface TokenBook {
  add(token: EngineToken): void
  /** Checks a token and uses it up. */
  redeem(token: string | null): Redeemed
}

/** How long a used or expired token is remembered, so that its refusal can say why. */
const rememberMs = 600_000

/**
 * The tokens that open sessions.
 * SECURITY: the port can be reached by any program and page of this computer; only who was given
 * an unused token by main gets in.
 */
export function createTokenBook(now: () => number): TokenBook {
  const book = new Map<string, EngineToken & { used: boolean }>()

  function refuse(reason: string): Redeemed {
    return { ok: false, error: { code: 1008, text: `Unauthorized Connection: ${reason}` } }
  }

  return {
    add(token) {
      for (const [text, entry] of book) {
        if (entry.expiresAt + rememberMs < now()) book.delete(text)
      }
      book.set(token.token, { ...token, used: false })
    },
    redeem(text) {
      if (text === null || text === '') return refuse('Missing Authorization header')
      const entry = book.get(text)
      if (entry === undefined) return refuse('Invalid API key')
      if (entry.expiresAt <= now()) return refuse('Signature has expired')
      if (entry.used) return refuse('Token was used already')
      entry.used = true
      return { ok: true, maxSessionSeconds: entry.maxSessionSeconds }
    },
  }
}
