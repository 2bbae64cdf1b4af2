import type { ClientRequest, ClientRequestConstructorOptions, IncomingMessage } from 'electron'
import type { RequestSession } from '../boundary'

/** One request; header names are sent as given. */
export interface HttpRequest {
  readonly url: string
  /** GET if omitted. */
  readonly method?: 'GET' | 'POST' | 'DELETE'
  readonly headers: Readonly<Record<string, string>>
  /** Sent in one piece, with its length. */
  readonly body?: Uint8Array
  /** Whether the network stack may not send the request a second time by itself. */
  readonly neverResend?: boolean
  /** Receives the body of an answer 200 as it arrives; it is in `body` as well. */
  readonly onPart?: (part: Uint8Array) => void
  /** The largest answer that is read; `maxBodyBytes` if omitted. */
  readonly maxAnswerBytes?: number
  /** Aborts the request; the client then rejects. */
  readonly signal: AbortSignal
}

export interface HttpAnswer {
  readonly status: number
  /** Names in lower case; several values of one name joined by a comma. */
  readonly headers: Readonly<Record<string, string>>
  /** The body up to the request's limit, as UTF-8. */
  readonly body: string
}

/**
 * Sends exactly one request: a redirect is returned with its status and headers, not followed.
 * Rejects with the transport's error if there is no answer.
 */
export type HttpClient = (request: HttpRequest) => Promise<HttpAnswer>

export const maxBodyBytes = 64 * 1024

/** What is used of Electron's `net`. */
export interface RequestMaker {
  request(options: ClientRequestConstructorOptions): ClientRequest
}

/**
 * Creates a client on Chromium's network stack, with the system's proxy and certificates, in this
 * session or the default one. It uses `net.request` because `net.fetch` with `redirect: 'manual'`
 * rejects and hides the target.
 */
export function createHttpClient(net: RequestMaker, session?: RequestSession): HttpClient {
  return ({ url, method = 'GET', headers, body, signal, ...options }) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted()
      const request = net.request({
        url,
        method,
        // SECURITY: the Authorization header must not follow a redirect, so none is followed.
        redirect: 'manual',
        // SECURITY: no cookies, no cached answers and no question for a password.
        credentials: 'omit',
        cache: 'no-store',
        ...(session === undefined ? {} : { session: session() }),
      })
      const end = () => request.abort()
      signal.addEventListener('abort', end, { once: true })
      const settle = (action: () => void) => {
        signal.removeEventListener('abort', end)
        action()
      }

      for (const [name, value] of Object.entries(headers)) request.setHeader(name, value)
      // oxlint-disable-next-line max-params -- Electron calls it so.
      request.on('redirect', (status, _method, location, values) => {
        settle(() => resolve({ status, headers: { ...flatHeaders(values), location }, body: '' }))
        request.abort()
      })
      request.on('response', (response) => {
        const answer = { status: response.statusCode, headers: flatHeaders(response.headers) }
        readBody(response, options.maxAnswerBytes ?? maxBodyBytes, {
          whole: (text) => settle(() => resolve({ ...answer, body: text })),
          tooLong: (text) => {
            settle(() => resolve({ ...answer, body: text }))
            request.abort()
          },
          failed: (cause) => settle(() => reject(cause)),
          ...(options.onPart && answer.status === 200 ? { part: options.onPart } : {}),
        })
      })
      request.on('error', (cause) => settle(() => reject(cause)))
      request.on('abort', () => settle(() => reject(asError(signal.reason ?? 'aborted'))))
      if (body === undefined) request.end()
      // A view, not a copy: the audio of a meeting can have tens of megabytes.
      else request.end(Buffer.from(body.buffer, body.byteOffset, body.byteLength))
    })
}

function asError(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error(String(cause))
}

function flatHeaders(
  values: Readonly<Record<string, string | string[]>>,
): Readonly<Record<string, string>> {
  const entries = Object.entries(values).map(
    ([name, value]) => [name.toLowerCase(), [value].flat().join(', ')] as const,
  )
  return Object.fromEntries(entries)
}

interface BodyReader {
  readonly part?: (part: Uint8Array) => void
  readonly whole: (body: string) => void
  /** Receives the body up to its limit; the rest is not fetched. */
  readonly tooLong: (body: string) => void
  readonly failed: (cause: Error) => void
}

function readBody(response: IncomingMessage, limit: number, reader: BodyReader): void {
  const parts: Buffer[] = []
  let size = 0
  const text = () => Buffer.concat(parts).toString('utf8')
  response.on('data', (part) => {
    if (size > limit) return
    parts.push(part.subarray(0, limit - size))
    size += part.length
    reader.part?.(part)
    if (size > limit) reader.tooLong(text())
  })
  response.on('end', () => reader.whole(text()))
  response.on('error', (cause) => reader.failed(cause))
  response.on('aborted', () => reader.failed(new Error('net::ERR_CONNECTION_CLOSED')))
}
