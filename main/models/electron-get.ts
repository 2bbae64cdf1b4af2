import type { ClientRequest, ClientRequestConstructorOptions } from 'electron'
import type { RequestSession } from '../boundary'
import type { Answer, Get } from './fetch-file'

interface Deps {
  readonly net: { request(options: ClientRequestConstructorOptions): ClientRequest }
  readonly proxy: {
    readonly requests: RequestSession
    pass(url: string): Promise<boolean>
  }
}

const none: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => ({ next: () => end }) }
const end = Promise.resolve({ done: true as const, value: undefined })
/** What Chromium says where a proxy asks for a password. */
const proxyAsks = /ERR_(TUNNEL_CONNECTION_FAILED|PROXY_AUTH\w*|UNEXPECTED_PROXY_AUTH)/

/**
 * Sends requests on Chromium's network stack, through the proxy of the system. If the proxy asks for
 * a password, the request is sent once more after the sign-in.
 */
export function createGet({ net, proxy }: Deps): Get {
  const send: Get = (url, headers, signal) =>
    new Promise<Answer>((resolve, reject) => {
      signal.throwIfAborted()
      const request = net.request({
        url,
        redirect: 'manual',
        // SECURITY: no cookies, and no question for a password of a server.
        credentials: 'omit',
        cache: 'no-store',
        session: proxy.requests(),
      })
      const abort = () => request.abort()
      signal.addEventListener('abort', abort, { once: true })
      for (const [name, value] of Object.entries(headers)) request.setHeader(name, value)
      request.on('redirect', (status, _method, location) => {
        resolve({ status, headers: { location }, body: none })
        request.abort()
      })
      request.on('response', (response) => {
        resolve({
          status: response.statusCode,
          headers: flat(response.headers),
          // Electron's answer is a stream of Node, which its types do not say.
          body: response as unknown as AsyncIterable<Uint8Array>,
        })
      })
      request.on('error', reject)
      request.on('abort', () => reject(new Error('net::ERR_ABORTED')))
      request.end()
    })
  return async (url, headers, signal) => {
    try {
      const answer = await send(url, headers, signal)
      if (answer.status !== 407) return answer
    } catch (cause) {
      if (!proxyAsks.test(String(cause))) throw cause
    }
    await proxy.pass(url)
    return send(url, headers, signal)
  }
}

function flat(values: Readonly<Record<string, string | string[]>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')]),
  )
}
