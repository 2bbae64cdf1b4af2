import { z } from 'zod'

/**
 * The two query parameters of GET /v3/token: the one table of their ranges and defaults.
 * Both are whole seconds. The fields, the check before a request and docs/tokens.md follow it.
 */
export const tokenParameters = {
  expiresInSeconds: { query: 'expires_in_seconds', min: 1, max: 600, default: 60 },
  maxSessionDurationSeconds: {
    query: 'max_session_duration_seconds',
    min: 60,
    max: 10_800,
    default: 10_800,
  },
} as const

export type TokenParameterName = keyof typeof tokenParameters

/**
 * Any two numbers: the range is checked in main, with an error value that names field and range.
 * Marked as pure, so that a page which needs the table alone carries no zod.
 */
export const tokenParametersSchema = /* @__PURE__ */ z.object({
  expiresInSeconds: /* @__PURE__ */ z.number(),
  maxSessionDurationSeconds: /* @__PURE__ */ z.number(),
})
export type TokenParameters = z.infer<typeof tokenParametersSchema>
