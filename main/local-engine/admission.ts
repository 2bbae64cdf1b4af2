import type { TokenStore } from './tokens'

/** The only page that may connect. */
const allowedOrigin = 'app://recorder'
const pathAndQuery = '/v3/ws?'
/** The longest request target that the recorder sends has a few hundred characters. */
const longestTarget = 4_096
const tokenInQuery = /[?&]token=([\w-]{1,100})(?:&|$)/

export type Admission =
  | { readonly ok: true; readonly token: string; readonly query: string }
  /** The status line of the refusal, without the protocol version. */
  | { readonly ok: false; readonly status: string }

/**
 * Decides whether an upgrade request is accepted, from its raw target and its Origin header.
 * SECURITY: nothing of a request is parsed before this, because any program and web page on this
 * computer can send anything. A page cannot fake its origin; a program without a token of main is
 * refused before the socket is upgraded.
 */
export function admit(
  request: { readonly target: string; readonly origin: string | undefined },
  tokens: Pick<TokenStore, 'isKnown'>,
): Admission {
  const { target, origin } = request
  if (origin !== allowedOrigin) return { ok: false, status: '403 Forbidden' }
  if (target.length > longestTarget) return { ok: false, status: '414 URI Too Long' }
  if (!target.startsWith(pathAndQuery)) return { ok: false, status: '404 Not Found' }
  const token = tokenInQuery.exec(target)?.[1]
  if (token === undefined || !tokens.isKnown(token)) {
    return { ok: false, status: '401 Unauthorized' }
  }
  return { ok: true, token, query: target.slice(pathAndQuery.length) }
}
