import { describe, expect, it } from 'vitest'
import type { KeyWithSecret } from '../../../main/keys/keys'
import { createHttpClient } from '../../../main/service/http'
import { createMint } from '../../../main/service/tokens'
import { createKeyCheck, createTryToken } from '../../../main/service/try-token'
import { fail, ok, type Result } from '../../../common/errors'
import { tokenReportSchema } from '../../../common/schemas'
import { nodeNet } from './node-net'
import { json, startTokenServer } from './token-server'

const secret = 'fedcba9876543210fedcba9876543210'
const key: KeyWithSecret = { id: '1', name: 'Work', zone: 'eu', secret }
const parameters = { expiresInSeconds: 60, maxSessionDurationSeconds: 10_800 }

function tryAt(serviceUrl: string, found: Result<KeyWithSecret> = ok(key)) {
  const mint = createMint({ http: createHttpClient(nodeNet), serviceUrl })
  return createTryToken({ keyInUse: () => Promise.resolve(found), mint, serviceUrl })
}

describe('try a token', () => {
  it('reports a success without the token', async () => {
    const token = `AQI${'z'.repeat(2580)}`
    const server = await startTokenServer((response) =>
      json(
        response.setHeader('x-ratelimit-limit', '5').setHeader('x-ratelimit-remaining', '4'),
        200,
        { token, expires_in_seconds: 60 },
      ),
    )
    const report = await tryAt(server.url)(parameters)
    if (!report.ok) throw new Error(report.error.code)
    expect(tokenReportSchema.parse(report.value)).toEqual(report.value)
    expect(report.value).toMatchObject({
      requestLine: 'GET /v3/token?expires_in_seconds=60&max_session_duration_seconds=10800',
      host: new URL(server.url).host,
      keyName: 'Work',
      status: 200,
      token: { prefix: 'AQI', length: 2583 },
      rateLimit: { limit: 5, remaining: 4, retryAfterSeconds: null, resetSeconds: null },
      body: null,
      error: null,
    })
    expect(report.value.expiresAt).toBe(report.value.at + 60_000)
    const shown = JSON.stringify(report)
    expect(shown).not.toContain('zz')
    expect(shown).not.toContain(secret.slice(0, 8))
  })

  it('reports an error with its body, after one request', async () => {
    const server = await startTokenServer((response) =>
      json(response.setHeader('retry-after', '9'), 429, { error: `Slow down, ${secret}` }),
    )
    const report = await tryAt(server.url)(parameters)
    expect(report).toMatchObject({
      value: {
        status: 429,
        token: null,
        expiresAt: null,
        rateLimit: { retryAfterSeconds: 9 },
        body: '{"error":"Slow down, [hidden]"}',
        error: { code: 'rate-limited' },
      },
    })
    expect(server.seen).toHaveLength(1)
  })

  it('cuts a long body', async () => {
    const server = await startTokenServer((response) => {
      response.statusCode = 500
      response.end('y '.repeat(20_000))
    })
    const report = await tryAt(server.url)(parameters)
    expect(report.ok ? report.value.body : null).toHaveLength(4000)
  })

  it('sends no request with a value out of range or without a key', async () => {
    const server = await startTokenServer((response) => json(response, 200, { token: 'AQI' }))
    const bad = await tryAt(server.url)({ ...parameters, expiresInSeconds: 601 })
    expect(bad).toMatchObject({ error: { code: 'token-parameter' } })
    const none = await tryAt(server.url, fail('no-key'))(parameters)
    expect(none).toMatchObject({ error: { code: 'no-key' } })
    expect(server.seen).toHaveLength(0)
  })
})

describe('the check of a key', () => {
  it('mints a token with the shortest possible lifetime', async () => {
    const server = await startTokenServer((response) => json(response, 200, { token: 'AQI' }))
    const mint = createMint({ http: createHttpClient(nodeNet), serviceUrl: server.url })
    expect(await createKeyCheck(mint)(secret, 'eu')).toMatchObject({ error: null })
    expect(server.seen[0]?.query.get('expires_in_seconds')).toBe('1')
    expect(server.seen[0]?.query.get('max_session_duration_seconds')).toBe('60')
  })
})
