import { z } from 'zod'
import { errorValueSchema } from './errors'
import { id, ms, zoneSchema } from './basics'

export const keyCheckSchema = z.object({
  at: z.number().int(),
  durationMs: ms,
  error: errorValueSchema.nullable(),
  /** Whether a session was opened, and not only a token requested. */
  session: z.boolean().optional(),
})
export type KeyCheck = z.infer<typeof keyCheckSchema>

/** Everything that a page learns about a key. */
export const keyInfoSchema = z.object({
  id,
  name: z.string(),
  zone: zoneSchema,
  /** The last four characters, to distinguish keys. */
  ending: z.string().max(4),
  inUse: z.boolean(),
  /** True if the key is kept in memory until the app quits. */
  memoryOnly: z.boolean(),
  check: keyCheckSchema.nullable(),
})
export type KeyInfo = z.infer<typeof keyInfoSchema>

/** The name of the keychain, and the reason if it cannot be used. null before its first use. */
const keychainStateSchema = z.object({
  name: z.string(),
  error: errorValueSchema.nullable(),
})

export const keyListSchema = z.object({
  keys: z.array(keyInfoSchema),
  keychain: keychainStateSchema,
})
export type KeyList = z.infer<typeof keyListSchema>

export const rateLimitSchema = z.object({
  limit: z.number().nullable(),
  remaining: z.number().nullable(),
  /** Seconds to wait, from Retry-After or X-RateLimit-Reset. */
  retryAfterSeconds: z.number().nullable(),
  /** Seconds until the period ends, from X-RateLimit-Reset, also while requests are left. */
  resetSeconds: z.number().nullable(),
})
export type RateLimit = z.infer<typeof rateLimitSchema>

/** What "Try a token" shows. Of the token it has only the first three characters and the length. */
export const tokenReportSchema = z.object({
  requestLine: z.string(),
  host: z.string(),
  keyName: z.string(),
  at: z.number().int(),
  durationMs: ms,
  status: z.number().int().nullable(),
  token: z.object({ prefix: z.string().max(3), length: z.number().int() }).nullable(),
  /** Until when the token opens a session. */
  expiresAt: z.number().int().nullable(),
  rateLimit: rateLimitSchema,
  /** The error's body as text, at most 4,000 characters, with any key or token redacted. */
  body: z.string().nullable(),
  error: errorValueSchema.nullable(),
})
export type TokenReport = z.infer<typeof tokenReportSchema>
