import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { redact } from '../../../main/platform/log'
import { createHttpClient } from '../../../main/service/http'
import {
  checkTokenParameters,
  createMint,
  defaultTokenParameters,
  type Mint,
} from '../../../main/service/tokens'
import type { ErrorCode } from '../../../common/errors'
import { tokenParameters } from '../../../common/token-parameters'
import { nodeNet } from './node-net'
import { json, startTokenServer } from './token-server'

const key = '0123456789abcdef0123456789abcdef'
const token = `AQI${'t'.repeat(2580)}`
const http = createHttpClient(nodeNet)

function mintAt(serviceUrl: string, limitMs = 10_000): Mint {
  return createMint({ http, serviceUrl, limitMs })
}
const request = { key, zone: 'default', parameters: defaultTokenParameters } as const

describe('minting a token', () => {
  it('sends the raw key and both parameters', async () => {
    const server = await startTokenServer((response) =>
      json(response, 200, { token, expires_in_seconds: 60 }),
    )
    const before = Date.now()
    const outcome = await mintAt(server.url)({
      ...request,
      parameters: { expiresInSeconds: 30, maxSessionDurationSeconds: 600 },
    })
    expect(outcome).toMatchObject({ status: 200, body: null, result: { ok: true } })
    const expiresAt = outcome.result.ok ? outcome.result.value.expiresAt : 0
    expect(expiresAt).toBeGreaterThanOrEqual(before + 60_000)
    expect(expiresAt).toBeLessThanOrEqual(Date.now() + 60_000)
    expect(server.seen).toHaveLength(1)
    const [seen] = server.seen
    expect(seen).toMatchObject({ method: 'GET', path: '/v3/token' })
    expect(seen?.headers.authorization).toBe(key)
    expect(seen?.headers.cookie).toBeUndefined()
    expect(Object.fromEntries(seen?.query ?? [])).toEqual({
      expires_in_seconds: '30',
      max_session_duration_seconds: '600',
    })
    expect(redact(`token ${token}`)).not.toContain('ttt')
  })

  it('reads the answer with an ISO time, and trusts the seconds before the clock', async () => {
    const expires_at = '2030-01-02T03:04:05Z'
    const server = await startTokenServer((response, _request, count) =>
      json(
        response,
        200,
        count === 1 ? { token, expires_at } : { token, expires_at, expires_in: 9 },
      ),
    )
    const mint = createMint({ http, serviceUrl: server.url, wall: () => 1_000_000 })
    expect((await mint(request)).result).toMatchObject({
      value: { expiresAt: Date.parse(expires_at) },
    })
    expect((await mint(request)).result).toMatchObject({ value: { expiresAt: 1_009_000 } })
  })

  const badAnswers: readonly (readonly [string, string])[] = [
    ['an empty token', '{"token":"","expires_in_seconds":60}'],
    ['no token', '{"expires_in_seconds":60}'],
    ['a token that is no text', '{"token":12}'],
    ['a token with a line break', '{"token":"AQIabc\\nX: y"}'],
    ['a token that is too long', `{"token":"${'a'.repeat(20_000)}"}`],
    ['the key as the token', `{"token":"${key}"}`],
    ['bad JSON', '{"token":"AQIabcdefghijklmnopqrstuvwxyz0123456789'],
    ['a list', '["AQI"]'],
    ['a page of HTML', '<html>Sign in to the network</html>'],
    ['nothing', ''],
  ]
  it.each(badAnswers)('treats %s as an error and shows no secret', async (_name, body) => {
    const server = await startTokenServer((response) => response.end(body))
    const outcome = await mintAt(server.url)(request)
    expect(outcome.result).toMatchObject({ ok: false, error: { code: 'bad-answer' } })
    expect(outcome.status).toBe(200)
    const shown = JSON.stringify(outcome)
    expect(shown).not.toContain(key.slice(0, 8))
    expect(shown).not.toContain('abcdefghijklmnop')
  })

  const statuses: readonly (readonly [number, unknown, ErrorCode, string])[] = [
    [400, { error: 'Bad value' }, 'bad-request', 'HTTP 400: Bad value'],
    [401, { error: 'API token missing/invalid' }, 'key-rejected', 'HTTP 401: API token missing'],
    [402, { message: 'Add a card' }, 'payment-required', 'HTTP 402: Add a card'],
    [403, { error: 'Forbidden' }, 'key-forbidden', 'HTTP 403: Forbidden'],
    [404, 'Not found', 'service-not-found', 'HTTP 404'],
    [407, {}, 'proxy-failed', 'HTTP 407'],
    [408, {}, 'timed-out', 'HTTP 408'],
    [410, { error: 'Deprecated endpoint' }, 'service-not-found', 'HTTP 410: Deprecated endpoint'],
    [418, {}, 'bad-request', 'HTTP 418'],
    [
      422,
      {
        detail: [
          {
            type: 'greater_than_equal',
            loc: ['query', 'expires_in_seconds'],
            msg: 'Input should be greater than or equal to 1',
            input: '0',
            ctx: { ge: 1 },
          },
        ],
      },
      'bad-request',
      'HTTP 422: expires_in_seconds: Input should be greater than or equal to 1',
    ],
    [422, { detail: 'Unprocessable' }, 'bad-request', 'HTTP 422: Unprocessable'],
    [429, { error: 'Too Many Requests' }, 'rate-limited', 'HTTP 429: Too Many Requests'],
    [500, { error: 'oops' }, 'service-unavailable', 'HTTP 500: oops'],
    [502, '<html>', 'service-unavailable', 'HTTP 502'],
    [503, {}, 'service-unavailable', 'HTTP 503'],
    [511, '<html>', 'proxy-failed', 'HTTP 511'],
  ]
  it.for(statuses)('HTTP %i with %j is %s', async ([status, body, code, detail]) => {
    const server = await startTokenServer((response) => json(response, status, body))
    const outcome = await mintAt(server.url)(request)
    expect(outcome.status).toBe(status)
    expect(outcome.body).toBe(JSON.stringify(body))
    if (outcome.result.ok) throw new Error('no error')
    expect(outcome.result.error.code).toBe(code)
    expect(outcome.result.error.detail).toContain(detail)
  })

  it('hides the key, or a piece of it, if an error contains it', async () => {
    const server = await startTokenServer((response) =>
      json(response, 401, { error: `Key ${key} is bad (${key.slice(4, 20)})`, was: key }),
    )
    const outcome = await mintAt(server.url)(request)
    const shown = JSON.stringify(outcome)
    expect(shown).toContain('Key [hidden] is bad ([hidden])')
    for (let at = 0; at + 8 <= key.length; at += 1)
      expect(shown).not.toContain(key.slice(at, at + 8))
  })

  it('fails at a redirect to another host, and does not follow it', async () => {
    const thief = await startTokenServer((response) => json(response, 200, { token }))
    const server = await startTokenServer((response) =>
      response.writeHead(302, { location: `${thief.url}/v3/token?x=${key}` }).end(),
    )
    const outcome = await mintAt(server.url)(request)
    expect(outcome.result).toMatchObject({
      error: { code: 'redirected', detail: `HTTP 302 to ${thief.url}` },
    })
    expect(thief.seen).toHaveLength(0)
  })

  it('treats a redirect on the same host as a changed address', async () => {
    const server = await startTokenServer((response) =>
      response.writeHead(307, { location: '/v3/token/' }).end(),
    )
    const outcome = await mintAt(server.url)(request)
    expect(outcome.result).toMatchObject({ error: { code: 'service-not-found' } })
    expect(server.seen).toHaveLength(1)
  })

  it('gives up after its limit', async () => {
    const server = await startTokenServer(() => {})
    const outcome = await mintAt(server.url, 100)(request)
    expect(outcome.result).toMatchObject({ error: { code: 'timed-out' } })
    expect(outcome).toMatchObject({ status: null, body: null })
    expect(outcome.durationMs).toBeGreaterThanOrEqual(90)
    expect(outcome.durationMs).toBeLessThan(3000)
  })

  it('gives up after its limit if the body does not end', async () => {
    const server = await startTokenServer((response) => response.write('{"token":"'))
    const outcome = await mintAt(server.url, 100)(request)
    expect(outcome.result).toMatchObject({ error: { code: 'timed-out' } })
  })

  it('recognises a refused connection and one that is cut', async () => {
    const closed = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => closed.once('listening', resolve))
    const { port } = closed.address() as AddressInfo
    await new Promise((resolve) => closed.close(resolve))
    const refused = await mintAt(`http://127.0.0.1:${port}`)(request)
    expect(refused.result).toMatchObject({
      error: { code: 'connection-failed', detail: 'ECONNREFUSED' },
    })
    const server = await startTokenServer((response) => response.socket?.resetAndDestroy())
    const cut = await mintAt(server.url)(request)
    expect(cut.result).toMatchObject({ error: { code: 'connection-failed' } })
  })

  it('ends with the recording', async () => {
    const server = await startTokenServer(() => {})
    const recording = new AbortController()
    const minting = mintAt(server.url)({ ...request, signal: recording.signal })
    setTimeout(() => recording.abort(), 50)
    expect((await minting).result).toMatchObject({ error: { code: 'not-recording' } })
    const after = await mintAt(server.url)({ ...request, signal: recording.signal })
    expect(after.result).toMatchObject({ error: { code: 'not-recording' } })
    expect(server.seen).toHaveLength(1)
  })

  it('goes to the host of the zone', async () => {
    const urls: string[] = []
    const mint = createMint({
      http: (sent) => {
        urls.push(sent.url)
        return Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED'))
      },
      serviceUrl: null,
    })
    for (const zone of ['default', 'us', 'eu'] as const) {
      expect((await mint({ ...request, zone })).result).toMatchObject({
        error: { code: 'offline' },
      })
    }
    expect(urls.map((url) => new URL(url).origin)).toEqual([
      'https://streaming.assemblyai.com',
      'https://streaming.us.assemblyai.com',
      'https://streaming.eu.assemblyai.com',
    ])
  })
})

describe('the parameters of a token', () => {
  for (const name of ['expiresInSeconds', 'maxSessionDurationSeconds'] as const) {
    const { query, min, max } = tokenParameters[name]
    it.each([min - 1, max + 1, min + 0.5, Number.NaN, Number.POSITIVE_INFINITY, -min])(
      `${query} of %d makes no request and names field and range`,
      async (value) => {
        const server = await startTokenServer((response) => json(response, 200, { token }))
        const parameters = { ...defaultTokenParameters, [name]: value }
        const { result, status } = await mintAt(server.url)({ ...request, parameters })
        expect(status).toBeNull()
        expect(result).toMatchObject({ error: { code: 'token-parameter' } })
        const detail = result.ok ? '' : (result.error.detail ?? '')
        expect(detail).toContain(query)
        expect(detail).toContain(`from ${min} to ${max}`)
        expect(server.seen).toHaveLength(0)
      },
    )
    it.each([min, max])(`${query} of %d is accepted`, (value) => {
      expect(checkTokenParameters({ ...defaultTokenParameters, [name]: value }).ok).toBe(true)
    })
  }
})
