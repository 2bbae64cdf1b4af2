import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { goodKey } from './tone-service'
import { tooManyRequests, type TokenBehaviour } from './options'
import { startService, type Service } from './service'

let service: Service

beforeEach(async () => {
  service = await startService({
    behaviour: {
      keys: {
        [goodKey]: 'good',
        'key-403': 'forbidden',
        'key-402': 'unpaid',
        late: 'refused-later',
      },
    },
  })
})
afterEach(() => service.close())

function get(query: string, key: string | null = goodKey, init: RequestInit = {}) {
  const headers = key === null ? undefined : { authorization: key }
  return fetch(`${service.url}/v3/token${query}`, { ...init, ...(headers ? { headers } : {}) })
}

function token(behaviour: Partial<TokenBehaviour>): void {
  service.configure({ token: behaviour })
}

const asked = '?expires_in_seconds=60'

describe('GET /v3/token', () => {
  it('answers with an opaque token of about 2.6 kB', async () => {
    const response = await get(asked)
    const body = (await response.json()) as Record<string, unknown>
    expect(response.status).toBe(200)
    expect(Object.keys(body)).toEqual(['token', 'expires_in_seconds'])
    expect(body.expires_in_seconds).toBe(60)
    expect(body.token).toMatch(/^AQI[\w-]{2580}$/)
  })

  it('can say when the token expires in the other form', async () => {
    token({ shape: 'expires_at' })
    const body = (await (await get(asked)).json()) as Record<string, unknown>
    expect(Object.keys(body)).toEqual(['token', 'expires_at', 'expires_in'])
    expect(Math.abs(Date.parse(String(body.expires_at)) - Date.now() - 60_000)).toBeLessThan(1_000)
  })

  it.each([
    [
      '?expires_in_seconds=0',
      {
        type: 'greater_than_equal',
        loc: ['query', 'expires_in_seconds'],
        msg: 'Input should be greater than or equal to 1',
        input: '0',
        ctx: { ge: 1 },
      },
    ],
    [
      '?expires_in_seconds=601',
      {
        type: 'less_than_equal',
        loc: ['query', 'expires_in_seconds'],
        msg: 'Input should be less than or equal to 600',
        input: '601',
        ctx: { le: 600 },
      },
    ],
    [
      '',
      {
        type: 'missing',
        loc: ['query', 'expires_in_seconds'],
        msg: 'Field required',
        input: null,
      },
    ],
    [
      '?expires_in_seconds=1.5',
      {
        type: 'int_parsing',
        loc: ['query', 'expires_in_seconds'],
        msg: 'Input should be a valid integer, unable to parse string as an integer',
        input: '1.5',
      },
    ],
    [
      `${asked}&max_session_duration_seconds=59`,
      {
        type: 'greater_than_equal',
        loc: ['query', 'max_session_duration_seconds'],
        msg: 'Input should be greater than or equal to 60',
        input: '59',
        ctx: { ge: 60 },
      },
    ],
    [
      `${asked}&max_session_duration_seconds=10801`,
      {
        type: 'less_than_equal',
        loc: ['query', 'max_session_duration_seconds'],
        msg: 'Input should be less than or equal to 10800',
        input: '10801',
        ctx: { le: 10_800 },
      },
    ],
  ])('answers %j with 422 and the field', async (query, detail) => {
    const response = await get(query)
    expect(response.status).toBe(422)
    expect(await response.json()).toEqual({ detail: [detail] })
  })

  it('answers a missing header with 422 as well', async () => {
    const response = await get(asked, null)
    expect(response.status).toBe(422)
    expect(await response.json()).toEqual({
      detail: [
        { type: 'missing', loc: ['header', 'authorization'], msg: 'Field required', input: null },
      ],
    })
  })

  it('accepts a Bearer prefix, as the service does here', async () => {
    expect((await get(asked, `Bearer ${goodKey}`)).status).toBe(200)
  })

  it.each([
    ['unknown', 401],
    ['key-403', 403],
    ['key-402', 402],
    ['late', 200],
  ])('answers the key %s with %d', async (key, status) => {
    expect((await get(asked, key)).status).toBe(status)
  })

  it('accepts no other method and no other path', async () => {
    expect((await get(asked, goodKey, { method: 'POST' })).status).toBe(405)
    expect((await fetch(`${service.url}/v2/realtime/token`)).status).toBe(404)
  })

  it('gives the ordered answers one after another, then behaves as usual', async () => {
    token({
      answers: [
        tooManyRequests({ 'retry-after': '2', 'x-ratelimit-remaining': '0' }),
        tooManyRequests(),
        { kind: 'status', status: 503 },
        { kind: 'status', status: 408 },
        { kind: 'text', text: '{"token":' },
        { kind: 'text', text: '{"token":""}' },
        { kind: 'mint' },
      ],
    })
    const limited = await get(asked)
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '2'])
    expect(limited.headers.get('x-ratelimit-remaining')).toBe('0')
    expect(await limited.json()).toEqual({ error: 'Too Many Requests' })
    const bare = await get(asked)
    expect([bare.status, bare.headers.get('retry-after')]).toEqual([429, null])
    expect((await get(asked)).status).toBe(503)
    expect((await get(asked)).status).toBe(408)
    expect(await (await get(asked)).text()).toBe('{"token":')
    expect(await (await get(asked)).json()).toEqual({ token: '' })
    expect((await get(asked)).status).toBe(200)
    expect((await get(asked)).status).toBe(200)
  })

  it('can repeat the last ordered answer', async () => {
    token({ answers: [{ kind: 'status', status: 500 }], repeatLast: true })
    expect((await get(asked)).status).toBe(500)
    expect((await get(asked)).status).toBe(500)
  })

  it('can redirect, hang, and break the connection', async () => {
    token({
      answers: [
        { kind: 'redirect', location: 'http://127.0.0.1:9/elsewhere' },
        { kind: 'hang' },
        { kind: 'reset' },
      ],
    })
    const moved = await get(asked, goodKey, { redirect: 'manual' })
    expect([moved.status, moved.headers.get('location')]).toEqual([
      302,
      'http://127.0.0.1:9/elsewhere',
    ])
    await expect(get(asked, goodKey, { signal: AbortSignal.timeout(150) })).rejects.toThrow()
    await expect(get(asked)).rejects.toThrow('fetch failed')
  })

  it('answers late and with extra headers if a test says so', async () => {
    token({ delayMs: 200, headers: { 'x-ratelimit-limit': '5' } })
    const begun = Date.now()
    const response = await get(asked)
    expect(Date.now() - begun).toBeGreaterThanOrEqual(195)
    expect(response.headers.get('x-ratelimit-limit')).toBe('5')
  })

  it('logs each request with its key', async () => {
    await get(`${asked}&max_session_duration_seconds=120`)
    await get(asked, 'unknown')
    expect(
      service.log.requests.map(({ method, path, query, key, status }) => ({
        method,
        path,
        query,
        key,
        status,
      })),
    ).toEqual([
      {
        method: 'GET',
        path: '/v3/token',
        query: { expires_in_seconds: '60', max_session_duration_seconds: '120' },
        key: goodKey,
        status: 200,
      },
      {
        method: 'GET',
        path: '/v3/token',
        query: { expires_in_seconds: '60' },
        key: 'unknown',
        status: 401,
      },
    ])
  })
})
