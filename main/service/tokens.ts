import { monotonicNow, wallNow } from '../../common/clock'
import { errorValue, fail, ok, type ErrorValue, type Result } from '../../common/errors'
import type { RateLimit, Zone } from '../../common/model'
import {
  tokenParameters,
  type TokenParameterName,
  type TokenParameters,
} from '../../common/token-parameters'
import { hideFromLogs } from '../platform'
import {
  failureOfAnswer,
  failureOfRedirect,
  failureOfTransport,
  isRecord,
  parseJson,
  RequestTimedOut,
} from './failures'
import type { HttpAnswer, HttpClient } from './http'
import { noRateLimit, rateLimitOf } from './rate-limit'
import { withoutSecrets } from './redact'
import { RequestHeldBack } from './request-gate'
import { zoneHosts } from './zones'

const requestLimitMs = 10_000
const maxTokenLength = 16_384
const maxShownBody = 4_000

export interface Token {
  readonly token: string
  /** The end of its life, by this computer's clock. */
  readonly expiresAt: number
}

/** The outcome of one token request. */
export interface MintOutcome {
  readonly result: Result<Token>
  /** The status of the answer; null without an answer or a request. */
  readonly status: number | null
  readonly rateLimit: RateLimit
  /** The body of an error, without key or token, at most 4,000 characters. */
  readonly body: string | null
  readonly at: number
  readonly durationMs: number
}

export interface MintRequest {
  /** SECURITY: the key is sent only in the Authorization header of this request. */
  readonly key: string
  readonly zone: Zone
  readonly parameters: TokenParameters
  readonly signal?: AbortSignal
}

export type Mint = (request: MintRequest) => Promise<MintOutcome>

export interface MintOptions {
  readonly http: HttpClient
  /** An http address of this computer that replaces the service's hosts, or null. */
  readonly serviceUrl: string | null
  /** ms since 1970. */
  readonly wall?: () => number
  /** Milliseconds of a monotonic clock. */
  readonly now?: () => number
  readonly limitMs?: number
}

export const defaultTokenParameters: TokenParameters = {
  expiresInSeconds: tokenParameters.expiresInSeconds.default,
  maxSessionDurationSeconds: tokenParameters.maxSessionDurationSeconds.default,
}

/** Checks for whole numbers within their ranges; the error names the field and its range. */
export function checkTokenParameters(parameters: TokenParameters): Result<TokenParameters> {
  for (const name of Object.keys(tokenParameters) as TokenParameterName[]) {
    const { query, min, max } = tokenParameters[name]
    const value = parameters[name]
    if (Number.isInteger(value) && value >= min && value <= max) continue
    const range = `whole seconds from ${min} to ${max}`
    return fail('token-parameter', `${query} is ${value}; it takes ${range}.`)
  }
  return ok(parameters)
}

/** Returns path and query of the request, without host. */
export function tokenPath(parameters: TokenParameters): string {
  const query = (Object.keys(tokenParameters) as TokenParameterName[]).map(
    (name) => `${tokenParameters[name].query}=${parameters[name]}`,
  )
  return `/v3/token?${query.join('&')}`
}

/**
 * Creates a function that requests one token: GET /v3/token on the host of the key's zone, with the
 * raw key in Authorization. Every failure is a value; invalid parameters or an aborted signal send
 * no request.
 */
export function createMint(options: MintOptions): Mint {
  const { http, serviceUrl, wall = wallNow, now = monotonicNow, limitMs = requestLimitMs } = options

  return async ({ key, zone, parameters, signal }) => {
    const at = wall()
    const startedAt = now()
    const outcome = (
      result: Result<Token>,
      answer?: HttpAnswer,
      rateLimit = answer === undefined ? noRateLimit : rateLimitOf(answer, wall()),
    ): MintOutcome => ({
      result,
      status: answer?.status ?? null,
      rateLimit,
      body: result.ok || !answer?.body ? null : shownBody(answer, key),
      at,
      durationMs: Math.max(0, Math.round(now() - startedAt)),
    })

    const checked = checkTokenParameters(parameters)
    if (!checked.ok) return outcome(checked)
    if (signal?.aborted) return outcome(fail('not-recording'))

    const limit = new AbortController()
    const timer = setTimeout(() => limit.abort(new RequestTimedOut()), limitMs)
    const url = `${zoneHosts(zone, serviceUrl).rest}${tokenPath(parameters)}`
    try {
      const answer = await http({
        url,
        headers: { Authorization: key, Accept: 'application/json' },
        signal: signal ? AbortSignal.any([signal, limit.signal]) : limit.signal,
      })
      return outcome(readAnswer({ answer, url, key, parameters, at }), answer)
    } catch (cause) {
      if (signal?.aborted) return outcome(fail('not-recording'))
      const failure = limit.signal.aborted ? errorValue('timed-out') : failureOfTransport(cause)
      const heldBack = cause instanceof RequestHeldBack ? cause.rateLimit : undefined
      return outcome({ ok: false, error: failure }, undefined, heldBack)
    } finally {
      clearTimeout(timer)
    }
  }
}

function readAnswer({
  answer,
  url,
  key,
  parameters,
  at,
}: Pick<MintRequest, 'key' | 'parameters'> & {
  readonly answer: HttpAnswer
  readonly url: string
  readonly at: number
}): Result<Token> {
  const failed = (error: ErrorValue) => ({ ok: false, error }) as const
  if (answer.status >= 300 && answer.status < 400) return failed(failureOfRedirect(answer, url))
  if (answer.status !== 200) return failed(failureOfAnswer(answer, [key]))

  const value = parseJson(answer.body)
  if (!isRecord(value)) return fail('bad-answer', 'The answer is not a JSON object.')
  const token = value['token']
  if (typeof token !== 'string' || token === '') {
    return fail('bad-answer', 'The answer has no token.')
  }
  if (!/^[\x21-\x7e]+$/.test(token) || token.length > maxTokenLength) {
    return fail('bad-answer', 'The token has characters or a length that no token has.')
  }
  // SECURITY: an answer that repeats the key would put it into the address of a session.
  if (token === key || (key.length >= 8 && token.includes(key))) {
    return fail('bad-answer', 'The answer gave the key back.')
  }
  hideFromLogs(token)
  return ok({ token, expiresAt: expiryOf(value, parameters, at) })
}

/**
 * Returns the end of the token's life from `expires_in_seconds`, `expires_in` or the ISO time
 * `expires_at`, in this order: a number of seconds does not depend on this computer's clock.
 */
function expiryOf(
  value: Readonly<Record<string, unknown>>,
  parameters: TokenParameters,
  at: number,
): number {
  for (const seconds of [value['expires_in_seconds'], value['expires_in']]) {
    if (typeof seconds === 'number' && seconds > 0) return Math.round(at + seconds * 1000)
  }
  const time = typeof value['expires_at'] === 'string' ? Date.parse(value['expires_at']) : NaN
  return Number.isNaN(time) ? at + parameters.expiresInSeconds * 1000 : time
}

/**
 * Returns the body of an error as it may be shown.
 * SECURITY: an unreadable 200 may contain a token under any name, so its long strings are removed.
 */
function shownBody({ status, body }: HttpAnswer, key: string): string {
  const clean = withoutSecrets(body, [key])
  return (status === 200 ? clean.replace(/[^\s"'<>]{20,}/g, '[hidden]') : clean).slice(
    0,
    maxShownBody,
  )
}
