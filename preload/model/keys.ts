import { z } from 'zod'
import { errorValueSchema } from '../errors'
import { id, ms, zoneSchema } from './basics'

export const keyCheckSchema = z.object({
  at: z.number().int(),
  durationMs: ms,
  error: errorValueSchema.nullable(),
})
export type KeyCheck = z.infer<typeof keyCheckSchema>

/** All that a page ever learns of a key. */
export const keyInfoSchema = z.object({
  id,
  name: z.string(),
  zone: zoneSchema,
  /** The last four characters, for telling keys apart. */
  ending: z.string().max(4),
  inUse: z.boolean(),
  /** True where the key is kept in memory until the app quits. */
  memoryOnly: z.boolean(),
  check: keyCheckSchema.nullable(),
})
export type KeyInfo = z.infer<typeof keyInfoSchema>

/** The keychain's name for a person, and the reason where it cannot be used. null before its first use. */
export const keychainStateSchema = z.object({
  name: z.string(),
  error: errorValueSchema.nullable(),
})
export type KeychainState = z.infer<typeof keychainStateSchema>

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
})
export type RateLimit = z.infer<typeof rateLimitSchema>

/** What "Try a token" shows. Holds no part of the token but its first three characters and its length. */
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
