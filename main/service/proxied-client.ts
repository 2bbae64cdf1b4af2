import type { Proxy } from '../proxy'
import type { HttpClient } from './http'

/** Thrown in the place of a request that a proxy lets through once somebody has signed in. */
export class ProxyAsks extends Error {}

/** What Chromium says where a proxy asks for a password. The first has other causes as well. */
const mayAsk = /ERR_(TUNNEL_CONNECTION_FAILED|PROXY_AUTH\w*|UNEXPECTED_PROXY_AUTH)/

/**
 * Wraps an HTTP client so that a proxy that asks for a password gets it, and the request is sent once
 * more. Such a request never reached the service, so nothing is paid for twice.
 */
export function createProxiedClient(
  http: HttpClient,
  proxy: Pick<Proxy, 'pass' | 'question'>,
): HttpClient {
  return async (request) => {
    try {
      const answer = await http(request)
      if (answer.status !== 407) return answer
    } catch (cause) {
      if (!mayAsk.test(String(cause))) throw cause
    }
    const passed = await proxy.pass(request.url)
    const asked = proxy.question()
    if (!passed && asked !== null) throw new ProxyAsks(asked.proxy)
    return http(request)
  }
}
