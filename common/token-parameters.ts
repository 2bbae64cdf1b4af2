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

/** The two parameters of a token request, in whole seconds; main checks their ranges. */
export type TokenParameters = Record<TokenParameterName, number>
