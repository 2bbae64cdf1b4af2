import { errorSentences } from './text/error-sentences'

/** Every expected failure has one of these codes; common/text/en/errors.ts has one sentence for each. */
export type ErrorCode = keyof typeof errorSentences

/**
 * An expected failure. `sentence` is what a person reads; `detail` is technical text (a status,
 * a field and its range, the service's own words) and never holds a key, a token or speech.
 */
export interface ErrorValue {
  code: ErrorCode
  sentence: string
  detail?: string | undefined
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorValue }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function errorValue(code: ErrorCode, detail?: string): ErrorValue {
  return { code, sentence: errorSentences[code], ...(detail === undefined ? {} : { detail }) }
}

export function fail(code: ErrorCode, detail?: string): { ok: false; error: ErrorValue } {
  return { ok: false, error: errorValue(code, detail) }
}

/** What can pass by itself: answers 408, 429 and 5xx, and every failure of the network. */
const transient: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'rate-limited',
  'service-unavailable',
  'offline',
  'dns-failed',
  'tls-failed',
  'proxy-failed',
  'proxy-sign-in-needed',
  'connection-failed',
  'timed-out',
])

/** Returns whether the same request can succeed later without any action of a person. */
export function mayPass(error: ErrorValue): boolean {
  return transient.has(error.code)
}
