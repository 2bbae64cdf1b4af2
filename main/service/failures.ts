import { errorValue, type ErrorCode, type ErrorValue } from '../../preload/errors'
import type { HttpAnswer } from './http'
import { withoutSecrets } from './redact'

/** Our own limit of one request ran out. */
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
 * The error behind an answer that is neither 200 nor a redirect. The detail has the status and the
 * service's own words, without these secrets.
 */
export function failureOfAnswer(answer: HttpAnswer, secrets: readonly string[]): ErrorValue {
  const words = wordsOfBody(answer.body)
  const detail = `HTTP ${answer.status}${words === '' ? '' : `: ${words}`}`
  return errorValue(codeOfStatus(answer.status), withoutSecrets(detail, secrets).slice(0, 500))
}

/** The error for a redirect: to another host, or to another place on the same one. */
export function failureOfRedirect(answer: HttpAnswer, url: string): ErrorValue {
  const { location } = answer.headers
  if (location === undefined || !URL.canParse(location, url)) {
    return errorValue('bad-answer', `HTTP ${answer.status} without an address`)
  }
  const target = new URL(location, url)
  const sameHost = target.host === new URL(url).host
  // The query may hold anything; the host says enough.
  const detail = `HTTP ${answer.status} to ${target.protocol}//${target.host}`
  return errorValue(sameHost ? 'service-not-found' : 'redirected', detail)
}

/** `{error|message}` and `{detail: string | [{loc, msg}]}` as one line; empty for anything else. */
function wordsOfBody(body: string): string {
  const value = parseJson(body)
  if (!isRecord(value)) return ''
  const words = [value['error'], value['message'], value['detail']].flatMap(wordsOf)
  return [...new Set(words)].join('; ')
}

function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  if (!isRecord(value)) return []
  const words = [value['msg'], value['message'], value['error']].flatMap(wordsOf)
  const path: unknown = value['loc']
  const place: unknown = Array.isArray(path) ? path.at(-1) : undefined
  return typeof place === 'string' ? words.map((text) => `${place}: ${text}`) : words
}

/** The value of a JSON text, or undefined. The parser's message quotes the text, so it is dropped. */
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
 * Codes of transports, Chromium's (`net::ERR_…`) and Node's; the first that matches counts.
 * What is not here is a connection that failed.
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

/** The error behind a request without an answer, from what the HTTP client threw. */
export function failureOfTransport(cause: unknown): ErrorValue {
  if (cause instanceof RequestTimedOut) return errorValue('timed-out')
  const text = transportText(cause)
  const code = transportCodes.find(([pattern]) => pattern.test(text))?.[1] ?? 'connection-failed'
  return errorValue(code, text)
}

/** The code of a transport's error: Node wraps it in a cause, and several in an AggregateError. */
function transportText(cause: unknown, depth = 0): string {
  if (!(cause instanceof Error)) return 'unknown'
  const { code } = cause as NodeJS.ErrnoException
  if (typeof code === 'string') return code
  const chromium = /net::(ERR_\w+)/.exec(cause.message)?.[1]
  if (chromium !== undefined) return chromium
  const inner: unknown = cause instanceof AggregateError ? cause.errors[0] : cause.cause
  // A message may quote a header, so an error without a code is known by its name only.
  return inner instanceof Error && depth < 4 ? transportText(inner, depth + 1) : cause.name
}
