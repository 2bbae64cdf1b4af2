import { describe, expect, it } from 'vitest'
import { errorValue } from '../../../../common/errors'
import type { TokenReport } from '../../../../common/model'
import {
  rateLimitText,
  secondsLeft,
  tokenReportLines,
  tokenReportText,
} from '../../../../renderer/window/keys/token-report'

const at = new Date(2026, 10, 25, 10, 40, 12).getTime()

const report = (changes: Partial<TokenReport> = {}): TokenReport => ({
  requestLine: 'GET /v3/token?expires_in_seconds=60&max_session_duration_seconds=10800',
  host: 'streaming.eu.assemblyai.com',
  keyName: 'Work',
  at,
  durationMs: 840,
  status: 200,
  token: { prefix: 'AQI', length: 2583 },
  expiresAt: at + 60_000,
  rateLimit: { limit: null, remaining: null, retryAfterSeconds: null, resetSeconds: null },
  body: null,
  error: null,
  ...changes,
})
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')

describe('the report on the page', () => {
  it('shows the request, the answer, and the seconds left', () => {
    expect(tokenReportLines(report(), at + 8_000).map(plain)).toEqual([
      'GET /v3/token?expires_in_seconds=60&max_session_duration_seconds=10800',
      '200 in 0.84 s · token AQI…(2,583 characters, hidden) · valid until 10:41:12 (52 s left)',
      'rate limit: no headers',
    ])
  })

  it('counts down to expired', () => {
    expect(secondsLeft(at + 1, at)).toBe(1)
    expect(secondsLeft(at, at)).toBe(0)
    expect(tokenReportLines(report(), at + 60_000)[1]).toContain('expired at 10:41:12')
  })

  it('shows limits and the body of an error', () => {
    const refused = report({
      status: 429,
      token: null,
      expiresAt: null,
      rateLimit: { limit: 5, remaining: 0, retryAfterSeconds: 22, resetSeconds: 40 },
      body: '{"error":"Too many requests"}',
      error: errorValue('rate-limited', '429'),
    })
    expect(tokenReportLines(refused, at).slice(1)).toEqual([
      '429 in 0.84 s',
      'rate limit: limit 5, 0 remaining, retry after 22 s, resets in 40 s',
      '{"error":"Too many requests"}',
    ])
  })

  it('says that there was no answer', () => {
    const lines = tokenReportLines(report({ status: null, token: null, expiresAt: null }), at)
    expect(lines[1]).toBe('No answer after 0.84 s')
  })

  it('distinguishes a limit of 0 from no limit', () => {
    expect(
      rateLimitText({ limit: null, remaining: 0, retryAfterSeconds: null, resetSeconds: null }),
    ).toBe('0 remaining')
  })
})

describe('the report as text', () => {
  it('has what support needs', () => {
    expect(plain(tokenReportText(report()))).toBe(
      [
        'Parley token report',
        'Request: GET /v3/token?expires_in_seconds=60&max_session_duration_seconds=10800',
        'Host: streaming.eu.assemblyai.com',
        'Key: Work',
        `Time: ${new Date(at).toISOString()}`,
        'Result: 200 in 0.84 s',
        'Token: token AQI…(2,583 characters, hidden)',
        'Rate limit: none',
        '',
      ].join('\n'),
    )
  })

  it('contains the error with its code and body', () => {
    const text = tokenReportText(
      report({ token: null, error: errorValue('key-rejected', '401'), body: 'Invalid API key' }),
    )
    expect(text).toContain('Error: key-rejected · AssemblyAI does not accept this key.')
    expect(text).toContain('Body: Invalid API key')
  })

  it('contains only named values, and no token or key from the answer', () => {
    const answer = { ...report(), key: 'sk-secret-key', tokenText: 'AQIsecretsecret' }
    expect(tokenReportText(answer)).not.toMatch(/secret/)
    expect(tokenReportLines(answer, at).join()).not.toMatch(/secret/)
  })
})
