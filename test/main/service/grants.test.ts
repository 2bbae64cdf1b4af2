import { describe, expect, it, vi } from 'vitest'
import { createServiceGrants } from '../../../main/service/grants'
import { createHttpClient } from '../../../main/service/http'
import { createMint } from '../../../main/service/tokens'
import { fail, ok, type ErrorCode, type Result } from '../../../common/errors'
import { defaultSettings } from '../../../common/model'
import type { KeyWithSecret } from '../../../main/keys/keys'
import { fakeClock } from './fake-clock'
import { nodeNet } from './node-net'
import { json, startTokenServer } from './token-server'

const key: KeyWithSecret = { id: '1', name: 'Work', zone: 'default', secret: 'k'.repeat(32) }
const speech = { ...defaultSettings, voiceFocus: 'off' as const, prompt: '' }
const never = new AbortController().signal

function grantsAt(
  serviceUrl: string,
  keyInUse: () => Promise<Result<KeyWithSecret>> = async () => ok(key),
) {
  const clock = fakeClock()
  const mint = createMint({ http: createHttpClient(nodeNet), serviceUrl })
  const options = { keyInUse, mint, serviceUrl, random: () => 1 }
  return { clock, grants: createServiceGrants({ ...options, now: clock.now, sleep: clock.sleep }) }
}

describe('a grant', () => {
  it('is a new token with the address and the model of the settings', async () => {
    const server = await startTokenServer((response, _request, count) =>
      json(response, 200, { token: `AQI${count}`, expires_in_seconds: 60 }),
    )
    const { grants } = grantsAt(server.url)
    const first = await grants.grant({ signal: never, settings: speech })
    const second = await grants.grant({ signal: never, settings: speech })
    expect(first).toMatchObject({ value: { token: 'AQI1', model: defaultSettings.serviceModel } })
    expect(second).toMatchObject({ value: { token: 'AQI2' } })
    const url = new URL(first.ok ? first.value.url : '')
    expect(url.origin).toBe(server.url.replace('http', 'ws'))
    expect(url.searchParams.has('token')).toBe(false)
    expect(server.seen[0]?.headers.authorization).toBe(key.secret)
  })

  it('uses the settings from the start of the recording', async () => {
    const server = await startTokenServer((response) => json(response, 200, { token: 'AQI' }))
    const { grants } = grantsAt(server.url)
    const settings = { ...speech, serviceModel: 'universal-3-6-pro' }
    const granted = await grants.grant({ signal: never, settings })
    expect(granted).toMatchObject({ value: { model: 'universal-3-6-pro' } })
    expect(granted.ok ? granted.value.url : '').toContain('speech_model=universal-3-6-pro')
  })

  it('comes after temporary failures, and reports each', async () => {
    const answers = [503, 429, 500, 200]
    const server = await startTokenServer((response, _request, count) => {
      const status = answers[count - 1] ?? 200
      if (status === 429) response.setHeader('retry-after', '7')
      json(response, status, { token: 'AQIx', expires_in_seconds: 60 })
    })
    const { grants, clock } = grantsAt(server.url)
    const told: [ErrorCode, number][] = []
    const granted = await grants.grant({
      settings: speech,
      signal: never,
      onWait: ({ code }, ms) => told.push([code, ms]),
    })
    expect(granted.ok).toBe(true)
    expect(told).toEqual([
      ['service-unavailable', 500],
      ['rate-limited', 7500],
      ['service-unavailable', 2000],
    ])
    expect(clock.waits).toEqual([500, 7500, 2000])
  })

  it('is tried again at once when somebody signed in at a proxy, and not before', async () => {
    const server = await startTokenServer((response, _request, count) =>
      json(response, count === 1 ? 503 : 200, { token: 'AQIx', expires_in_seconds: 60 }),
    )
    const mint = createMint({ http: createHttpClient(nodeNet), serviceUrl: server.url })
    const waits: AbortSignal[] = []
    const grants = createServiceGrants({
      keyInUse: async () => ok(key),
      mint,
      serviceUrl: server.url,
      sleep: (_ms, signal) =>
        new Promise((resolve) => {
          waits.push(signal)
          signal.addEventListener('abort', () => resolve())
        }),
    })
    grants.retryNow()
    const granted = grants.grant({ signal: never, settings: speech })
    await vi.waitFor(() => expect(waits).toHaveLength(1))
    expect(server.seen).toHaveLength(1)
    grants.retryNow()
    expect(await granted).toMatchObject({ value: { token: 'AQIx' } })
    expect(waits).toHaveLength(1)
  })

  it('is refused immediately with a rejected key, after one request', async () => {
    const server = await startTokenServer((response) => json(response, 401, { error: 'no' }))
    const { grants } = grantsAt(server.url)
    expect(await grants.grant({ signal: never, settings: speech })).toMatchObject({
      error: { code: 'key-rejected' },
    })
    expect(server.seen).toHaveLength(1)
  })

  it('is refused without a key, and without a request', async () => {
    const server = await startTokenServer((response) => json(response, 200, { token: 'AQI' }))
    const { grants } = grantsAt(server.url, async () => fail('no-key'))
    expect(await grants.grant({ signal: never, settings: speech })).toMatchObject({
      error: { code: 'no-key' },
    })
    expect(server.seen).toHaveLength(0)
  })

  it('continues with the key that was put in use meanwhile', async () => {
    const server = await startTokenServer((response, request) =>
      json(response, request.headers.authorization === 'new' ? 200 : 503, { token: 'AQI' }),
    )
    const keys = ['old', 'old', 'new']
    const { grants } = grantsAt(server.url, async () => ok({ ...key, secret: keys.shift() ?? '' }))
    expect((await grants.grant({ signal: never, settings: speech })).ok).toBe(true)
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(['old', 'old', 'new'])
  })

  it('waits for the session budget: a fifth within a minute comes when the first is 60 s old', async () => {
    const server = await startTokenServer((response) => json(response, 200, { token: 'AQI' }))
    const { grants, clock } = grantsAt(server.url)
    await Promise.all(
      Array.from({ length: 4 }, () => grants.grant({ signal: never, settings: speech })),
    )
    expect(clock.waits).toEqual([])
    expect((await grants.grant({ signal: never, settings: speech })).ok).toBe(true)
    expect(clock.waits).toEqual([60_000])
  })

  it('does not use the limit of the token endpoint as the limit of sessions', async () => {
    for (const limit of ['1', '100']) {
      const server = await startTokenServer((response) =>
        json(response.setHeader('x-ratelimit-limit', limit), 200, { token: 'AQI' }),
      )
      const { grants, clock } = grantsAt(server.url)
      for (let count = 0; count < 4; count += 1)
        await grants.grant({ signal: never, settings: speech })
      expect(clock.waits).toEqual([])
      await grants.grant({ signal: never, settings: speech })
      expect(clock.waits).toEqual([60_000])
    }
  })

  it('does not count failed requests', async () => {
    const server = await startTokenServer((response, _request, count) =>
      json(response, count % 2 === 1 ? 500 : 200, { token: 'AQI' }),
    )
    const { grants, clock } = grantsAt(server.url)
    for (let count = 0; count < 4; count += 1)
      await grants.grant({ signal: never, settings: speech })
    expect(clock.waits).toEqual([500, 500, 500, 500])
  })

  it('ends with the recording', async () => {
    const server = await startTokenServer((response) => json(response, 503, {}))
    const recording = new AbortController()
    const { grants } = grantsAt(server.url)
    const granted = await grants.grant({
      settings: speech,
      signal: recording.signal,
      onWait: () => recording.abort(),
    })
    expect(granted).toMatchObject({ ok: false })
    expect(server.seen).toHaveLength(1)
  })
})
