import { describe, expect, it } from 'vitest'
import { createServiceGrants } from '../../../main/service/grants'
import { createHttpClient } from '../../../main/service/http'
import { createMint } from '../../../main/service/tokens'
import { fail, ok, type ErrorCode, type Result } from '../../../preload/errors'
import { defaultSettings } from '../../../preload/model'
import type { KeyWithSecret } from '../../../main/keys/keys'
import { fakeClock } from './fake-clock'
import { nodeNet } from './node-net'
import { json, startTokenServer } from './token-server'

const key: KeyWithSecret = { id: '1', name: 'Work', zone: 'default', secret: 'k'.repeat(32) }
const never = new AbortController().signal

function grantsAt(
  serviceUrl: string,
  keyInUse: () => Promise<Result<KeyWithSecret>> = async () => ok(key),
) {
  const clock = fakeClock()
  const mint = createMint({ http: createHttpClient(nodeNet), serviceUrl })
  const settings = () => defaultSettings
  const options = { keyInUse, settings, mint, serviceUrl, random: () => 1 }
  return { clock, grants: createServiceGrants({ ...options, now: clock.now, sleep: clock.sleep }) }
}

describe('a grant', () => {
  it('is a fresh token with the address and the model of the settings', async () => {
    const server = await startTokenServer((response, _request, count) =>
      json(response, 200, { token: `AQI${count}`, expires_in_seconds: 60 }),
    )
    const { grants } = grantsAt(server.url)
    const first = await grants.grant({ signal: never })
    const second = await grants.grant({ signal: never })
    expect(first).toMatchObject({ value: { token: 'AQI1', model: defaultSettings.serviceModel } })
    expect(second).toMatchObject({ value: { token: 'AQI2' } })
    const url = new URL(first.ok ? first.value.url : '')
    expect(url.origin).toBe(server.url.replace('http', 'ws'))
    expect(url.searchParams.has('token')).toBe(false)
    expect(server.seen[0]?.headers.authorization).toBe(key.secret)
  })

  it('keeps to the settings that the recording began with', async () => {
    const server = await startTokenServer((response) => json(response, 200, { token: 'AQI' }))
    const { grants } = grantsAt(server.url)
    const settings = { ...defaultSettings, serviceModel: 'universal-3-6-pro' as const }
    const granted = await grants.grant({ signal: never, settings })
    expect(granted).toMatchObject({ value: { model: 'universal-3-6-pro' } })
    expect(granted.ok ? granted.value.url : '').toContain('speech_model=universal-3-6-pro')
  })

  it('comes after failures that pass, and tells of each', async () => {
    const answers = [503, 429, 500, 200]
    const server = await startTokenServer((response, _request, count) => {
      const status = answers[count - 1] ?? 200
      const headers: Record<string, string> = status === 429 ? { 'retry-after': '7' } : {}
      json(response, status, { token: 'AQIx', expires_in_seconds: 60 }, headers)
    })
    const { grants, clock } = grantsAt(server.url)
    const told: [ErrorCode, number][] = []
    const granted = await grants.grant({
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

  it('is refused at once with a key that is rejected, with one request', async () => {
    const server = await startTokenServer((response) => json(response, 401, { error: 'no' }))
    const { grants } = grantsAt(server.url)
    expect(await grants.grant({ signal: never })).toMatchObject({ error: { code: 'key-rejected' } })
    expect(server.seen).toHaveLength(1)
  })

  it('is refused without a key, and without asking the service', async () => {
    const server = await startTokenServer((response) => json(response, 200, { token: 'AQI' }))
    const { grants } = grantsAt(server.url, async () => fail('no-key'))
    expect(await grants.grant({ signal: never })).toMatchObject({ error: { code: 'no-key' } })
    expect(server.seen).toHaveLength(0)
  })

  it('goes on with the key that was put in use meanwhile', async () => {
    const server = await startTokenServer((response, request) =>
      json(response, request.headers.authorization === 'new' ? 200 : 503, { token: 'AQI' }),
    )
    const keys = ['old', 'old', 'new']
    const { grants } = grantsAt(server.url, async () => ok({ ...key, secret: keys.shift() ?? '' }))
    expect((await grants.grant({ signal: never })).ok).toBe(true)
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(['old', 'old', 'new'])
  })

  it('waits for the budget: a fifth within a minute comes when the first is 60 s old', async () => {
    const server = await startTokenServer((response) => json(response, 200, { token: 'AQI' }))
    const { grants, clock } = grantsAt(server.url)
    await Promise.all(Array.from({ length: 4 }, () => grants.grant({ signal: never })))
    expect(clock.waits).toEqual([])
    expect((await grants.grant({ signal: never })).ok).toBe(true)
    expect(clock.waits).toEqual([60_000])
  })

  it('has more room where the service allows more', async () => {
    const server = await startTokenServer((response) =>
      json(response, 200, { token: 'AQI' }, { 'x-ratelimit-limit': '100' }),
    )
    const { grants, clock } = grantsAt(server.url)
    for (let count = 0; count < 12; count += 1) await grants.grant({ signal: never })
    expect(clock.waits).toEqual([])
  })

  it('does not count what failed', async () => {
    const server = await startTokenServer((response, _request, count) =>
      json(response, count % 2 === 1 ? 500 : 200, { token: 'AQI' }),
    )
    const { grants, clock } = grantsAt(server.url)
    for (let count = 0; count < 4; count += 1) await grants.grant({ signal: never })
    expect(clock.waits).toEqual([500, 500, 500, 500])
  })

  it('ends with the recording', async () => {
    const server = await startTokenServer((response) => json(response, 503, {}))
    const recording = new AbortController()
    const { grants } = grantsAt(server.url)
    const granted = await grants.grant({
      signal: recording.signal,
      onWait: () => recording.abort(),
    })
    expect(granted).toMatchObject({ ok: false })
    expect(server.seen).toHaveLength(1)
  })
})
