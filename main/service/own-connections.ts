import type { HttpClient } from './http'

export interface OwnConnectionsOptions {
  /** Sends over connections that stay open for later requests. */
  readonly shared: HttpClient
  /** Sends over the connections of `pool`. */
  readonly own: HttpClient
  readonly pool: () => { closeAllConnections(): Promise<void> }
}

/**
 * Gives each request that must never be sent twice a new connection, one such request at a time.
 * Chromium resends any request, also a POST, if a connection that was used before ends without an
 * answer: https://chromium.googlesource.com/chromium/src/+/main/net/http/http_network_transaction.cc
 */
export function createOwnConnections({ shared, own, pool }: OwnConnectionsOptions): HttpClient {
  let last: Promise<unknown> = Promise.resolve()
  return (request) => {
    if (!request.neverResend) return shared(request)
    const sent = last.then(async () => {
      await pool().closeAllConnections()
      return own(request)
    })
    last = sent.catch(() => undefined)
    return sent
  }
}
