import { z } from 'zod'
import { errorSentences } from './error-sentences'

/** Every expected failure has one of these codes; its sentence stands in error-sentences.ts. */
export type ErrorCode = keyof typeof errorSentences

export const errorCodeSchema = z.enum(Object.keys(errorSentences) as [ErrorCode, ...ErrorCode[]])

/**
 * An expected failure. `sentence` is what a person reads; `detail` is technical text (a status,
 * a field and its range, the service's own words) and never holds a key, a token or speech.
 */
export const errorValueSchema = z.object({
  code: errorCodeSchema,
  sentence: z.string(),
  detail: z.string().optional(),
})
export type ErrorValue = z.infer<typeof errorValueSchema>

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorValue }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function errorValue(code: ErrorCode, detail?: string): ErrorValue {
  return { code, sentence: errorSentences[code], ...(detail === undefined ? {} : { detail }) }
}

export function fail(code: ErrorCode, detail?: string): { ok: false; error: ErrorValue } {
  return { ok: false, error: errorValue(code, detail) }
}

/** What may pass by itself: answers 408, 429 and 5xx, and every failure of the network. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'rate-limited',
  'service-unavailable',
  'offline',
  'dns-failed',
  'tls-failed',
  'proxy-failed',
  'connection-failed',
  'timed-out',
])

/** Whether the same request may succeed later without anybody doing anything. */
export function mayPass(error: ErrorValue): boolean {
  return passing.has(error.code)
}
