import type { ClientRequest, ClientRequestConstructorOptions } from 'electron'
import type { RequestSession } from '../boundary'
import type { LoginHandler } from './sign-in'

export interface PassageOptions {
  readonly net: { request(options: ClientRequestConstructorOptions): ClientRequest }
  readonly session: RequestSession
  readonly handler: () => LoginHandler
}

/** How long a proxy and the keychain may take together, in ms. */
const limitMs = 15_000
const proxyAuthenticationRequired = 407

/**
 * Creates a function that signs in at the proxy on the way to the host of an address, with a request
 * that carries nothing. It returns whether something behind the proxy answered. Chromium then knows
 * the password for each request and each WebSocket of the session.
 *
 * The requests of the service cannot do this themselves: they are sent without credentials, and for a
 * WebSocket nobody is asked (seen with Electron 33; https://github.com/electron/electron/issues/48505).
 */
export function createPassage({
  net,
  session,
  handler,
}: PassageOptions): (url: string) => Promise<boolean> {
  return (url) =>
    new Promise((resolve) => {
      const request = net.request({
        url: `${new URL(url).origin}/`,
        session: session(),
        method: 'HEAD',
        redirect: 'manual',
        cache: 'no-store',
      })
      const settle = (passed: boolean) => {
        clearTimeout(timer)
        resolve(passed)
      }
      const timer = setTimeout(() => {
        settle(false)
        request.abort()
      }, limitMs)
      request.on('login', handler())
      request.on('redirect', () => {
        settle(true)
        request.abort()
      })
      request.on('response', (response) => {
        // The answer of a proxy that does not let it through ends in an error.
        response.on('error', () => undefined)
        response.on('data', () => undefined)
        settle(response.statusCode !== proxyAuthenticationRequired)
      })
      request.on('error', () => settle(false))
      request.end()
    })
}
