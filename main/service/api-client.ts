import type { z } from 'zod'
import { wallNow } from '../../common/clock'
import { errorValue, fail, mayPass, ok, type ErrorValue, type Result } from '../../common/errors'
import type { KeyWithSecret } from '../keys'
import {
  failureOfAnswer,
  failureOfRedirect,
  failureOfTransport,
  parseJson,
  RequestTimedOut,
} from './failures'
import type { HttpAnswer, HttpClient, HttpRequest } from './http'
import { rateLimitOf } from './rate-limit'
import { RequestHeldBack } from './request-gate'
import { waitBeforeRetry, type Sleep } from './retry'
import { zoneHosts } from './zones'

/** The time limit of a request, in ms. */
const requestMs = 10_000
/** A longer wait that the service asks for is not spent inside a job, in s. */
const longestWaitSeconds = 60
/** A word has about 200 bytes and occurs two or three times in an answer. */
const maxAnswerBytes = 32 * 1024 * 1024

export type ApiRequest = Pick<HttpRequest, 'method' | 'body' | 'neverResend'> & {
  readonly path: string
  readonly type?: string
  readonly limitMs?: number
}

export interface SendOptions<T> {
  readonly shape: z.ZodType<T>
  /** The largest number of attempts. */
  readonly attempts: number
  readonly signal: AbortSignal
}

/** Requests to the API host of one key's zone. */
export interface ApiClient {
  readonly key: KeyWithSecret
  /** Sends until an answer has this shape. */
  send<T>(request: ApiRequest, options: SendOptions<T>): Promise<Result<T>>
}

export interface ApiClientOptions {
  readonly http: HttpClient
  readonly key: KeyWithSecret
  readonly serviceUrl: string | null
  readonly sleep: Sleep
  readonly random: () => number
}

interface Outcome {
  readonly result: Result<HttpAnswer>
  /** The wait that the service asked for, in s. */
  readonly askedSeconds: number | null
}

/** SECURITY: the raw key is sent only in the Authorization header of these requests. */
export function createApiClient(options: ApiClientOptions): ApiClient {
  const { http, key, serviceUrl, sleep, random } = options
  const origin = zoneHosts(key.zone, serviceUrl).api

  async function sendOnce(request: ApiRequest, signal: AbortSignal): Promise<Outcome> {
    const limit = new AbortController()
    const limitMs = request.limitMs ?? requestMs
    const timer = setTimeout(() => limit.abort(new RequestTimedOut()), limitMs)
    const failed = (error: ErrorValue, askedSeconds: number | null = null): Outcome => ({
      result: { ok: false, error },
      askedSeconds,
    })
    try {
      const answer = await http({
        url: `${origin}${request.path}`,
        method: request.method ?? 'GET',
        headers: {
          Authorization: key.secret,
          Accept: 'application/json',
          ...(request.type === undefined ? {} : { 'Content-Type': request.type }),
        },
        ...(request.body === undefined ? {} : { body: request.body }),
        ...(request.neverResend === undefined ? {} : { neverResend: request.neverResend }),
        maxAnswerBytes,
        signal: AbortSignal.any([signal, limit.signal]),
      })
      const error = errorOf(answer, request)
      if (error === null) return { result: ok(answer), askedSeconds: null }
      return failed(error, rateLimitOf(answer, wallNow()).retryAfterSeconds)
    } catch (cause) {
      if (signal.aborted) return failed(errorValue('cancelled'))
      if (cause instanceof RequestHeldBack) {
        return failed(failureOfTransport(cause), cause.rateLimit.retryAfterSeconds)
      }
      if (!limit.signal.aborted) return failed(failureOfTransport(cause))
      return failed(
        request.limitMs === undefined
          ? errorValue('timed-out')
          : errorValue('connection-failed', `Not sent within ${Math.round(limitMs / 1_000)} s`),
      )
    } finally {
      clearTimeout(timer)
    }
  }

  function errorOf(answer: HttpAnswer, request: ApiRequest): ErrorValue | null {
    if (answer.status >= 200 && answer.status < 300) return null
    return answer.status < 400
      ? failureOfRedirect(answer, `${origin}${request.path}`)
      : failureOfAnswer(answer, [key.secret])
  }

  return {
    key,
    async send(request, { shape, attempts, signal }) {
      for (let tried = 1; ; tried += 1) {
        const { result, askedSeconds } = await sendOnce(request, signal)
        if (result.ok) {
          const value = shape.safeParse(parseJson(result.value.body))
          if (value.success) return ok(value.data)
          return fail('bad-answer', `${request.path.split('/')[2]}: not the shape of this answer`)
        }
        const tooLong = (askedSeconds ?? 0) > longestWaitSeconds
        if (!mayPass(result.error) || tried >= attempts || tooLong || signal.aborted) return result
        await sleep(waitBeforeRetry(tried, askedSeconds, { random }), signal)
        if (signal.aborted) return fail('cancelled')
      }
    },
  }
}
