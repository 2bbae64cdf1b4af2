import { errorValue, type ErrorCode, type ErrorValue } from '../../common/errors'
import type { HttpAnswer } from './http'
import { withoutSecrets } from './redact'
import { ProxyAsks } from './proxied-client'
import { RequestHeldBack } from './request-gate'

/** Our own time limit of one request has passed. */
export class RequestTimedOut extends Error {}

const statusCodes: Readonly<Record<number, ErrorCode>> = {
  401: 'key-rejected',
  402: 'payment-required',
  403: 'key-forbidden',
  404: 'service-not-found',
  407: 'proxy-failed',
  408: 'timed-out',
  410: 'service-not-found',
  429: 'rate-limited',
  /** The sign-in page of a network. */
  511: 'proxy-failed',
}

function codeOfStatus(status: number): ErrorCode {
  const known = statusCodes[status]
  if (known !== undefined) return known
  if (status >= 500) return 'service-unavailable'
  return status >= 400 ? 'bad-request' : 'bad-answer'
}

/**
 * Returns the error for an answer that is neither 200 nor a redirect. The detail has the status and
 * the service's message, without these secrets.
 */
export function failureOfAnswer(answer: HttpAnswer, secrets: readonly string[]): ErrorValue {
  const words = messagesOfBody(answer.body)
  const detail = `HTTP ${answer.status}${words === '' ? '' : `: ${words}`}`
  return errorValue(codeOfStatus(answer.status), withoutSecrets(detail, secrets).slice(0, 500))
}

/** Returns the error for a redirect to another host, or to another path on the same host. */
export function failureOfRedirect(answer: HttpAnswer, url: string): ErrorValue {
  const { location } = answer.headers
  if (location === undefined || !URL.canParse(location, url)) {
    return errorValue('bad-answer', `HTTP ${answer.status} without an address`)
  }
  const target = new URL(location, url)
  const sameHost = target.host === new URL(url).host
  // Only the host is shown: the query may contain anything.
  const detail = `HTTP ${answer.status} to ${target.protocol}//${target.host}`
  return errorValue(sameHost ? 'service-not-found' : 'redirected', detail)
}

/** Joins `{error|message}`, `{metadata: {errors}}` and `{detail: string | [{loc, msg}]}` into one line; otherwise empty. */
function messagesOfBody(body: string): string {
  const value = parseJson(body)
  if (!isRecord(value)) return ''
  const words = [value['error'], value['message'], value['detail'], value['metadata']].flatMap(
    messagesOf,
  )
  return [...new Set(words)].join('; ')
}

function messagesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(messagesOf)
  if (!isRecord(value)) return []
  const words = [value['msg'], value['message'], value['error'], value['errors']].flatMap(
    messagesOf,
  )
  const path: unknown = value['loc']
  const place: unknown = Array.isArray(path) ? path.at(-1) : undefined
  return typeof place === 'string' ? words.map((text) => `${place}: ${text}`) : words
}

/** Parses JSON or returns undefined. The parser's message quotes the text, so it is dropped. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Transport codes of Chromium (`net::ERR_…`) and Node; the first match counts. Any other code is
 * `connection-failed`.
 */
const transportCodes: readonly (readonly [RegExp, ErrorCode])[] = [
  [
    /ERR_(PROXY|TUNNEL|SOCKS|PAC|HTTPS_PROXY|UNEXPECTED_PROXY|MANDATORY_PROXY|NO_SUPPORTED_PROX)/,
    'proxy-failed',
  ],
  [/ERR_(NAME|DNS|ICANN)_|ENOTFOUND|EAI_/, 'dns-failed'],
  [/ERR_(CERT|SSL|BAD_SSL|TLS)|CERT_|_CERT|SIGNATURE|EPROTO/, 'tls-failed'],
  [/ERR_(INTERNET_DISCONNECTED|NETWORK_|ADDRESS_UNREACHABLE)|ENETUNREACH|ENETDOWN/, 'offline'],
  [/TIMED_OUT|ETIMEDOUT|UND_ERR_\w*TIMEOUT/, 'timed-out'],
]

/** Returns the error for a request without an answer, from the exception of the HTTP client. */
export function failureOfTransport(cause: unknown): ErrorValue {
  if (cause instanceof RequestHeldBack) return errorValue('rate-limited', cause.message)
  if (cause instanceof ProxyAsks) return errorValue('proxy-sign-in-needed', cause.message)
  if (cause instanceof RequestTimedOut) return errorValue('timed-out')
  const text = transportText(cause)
  const code = transportCodes.find(([pattern]) => pattern.test(text))?.[1] ?? 'connection-failed'
  return errorValue(code, text)
}

/** Returns the transport's code: Node wraps it in a cause, and several in an AggregateError. */
function transportText(cause: unknown, depth = 0): string {
  if (!(cause instanceof Error)) return 'unknown'
  const { code } = cause as NodeJS.ErrnoException
  if (typeof code === 'string') return code
  const chromium = /net::(ERR_\w+)/.exec(cause.message)?.[1]
  if (chromium !== undefined) return chromium
  const inner: unknown = cause instanceof AggregateError ? cause.errors[0] : cause.cause
  // A message may quote a header, so only the name of an error without a code is used.
  return inner instanceof Error && depth < 4 ? transportText(inner, depth + 1) : cause.name
}
