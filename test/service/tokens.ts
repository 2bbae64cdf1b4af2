import { randomBytes } from 'node:crypto'

/** What is known about a token. */
export interface TokenRecord {
  readonly key: string
  readonly expiresAt: number
  /** The cap of a session, in the service's seconds. */
  readonly capSeconds: number
  uses: number
}

export interface TokenOptions {
  readonly expiresInMs: number
  readonly capSeconds: number
  /** In characters. */
  readonly length: number
}

export interface TokenStore {
  mint(key: string, options: TokenOptions): string
  find(token: string): TokenRecord | null
  /** All issued tokens, the first one first. */
  issued(): string[]
}

/** Opaque tokens that begin with AQI, as the real ones do. */
export function createTokenStore(now: () => number = Date.now): TokenStore {
  const tokens = new Map<string, TokenRecord>()
  return {
    mint(key, { expiresInMs, capSeconds, length }) {
      const token = `AQI${randomBytes(length).toString('base64url')}`.slice(0, length)
      tokens.set(token, { key, expiresAt: now() + expiresInMs, capSeconds, uses: 0 })
      return token
    },
    find: (token) => tokens.get(token) ?? null,
    issued: () => [...tokens.keys()],
  }
}
