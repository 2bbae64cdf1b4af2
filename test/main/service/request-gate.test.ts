import { describe, expect, it } from 'vitest'
import { ok } from '../../../common/errors'
import { defaultSettings } from '../../../common/model'
import type { KeyWithSecret } from '../../../main/keys/keys'
import { createServiceGrants } from '../../../main/service/grants'
import { createHttpClient } from '../../../main/service/http'
import { createRequestGate } from '../../../main/service/request-gate'
import { createMint } from '../../../main/service/tokens'
import { createTranscripts } from '../../../main/service/transcripts'
import { createKeyCheck, createTryToken } from '../../../main/service/try-token'
import { fakeClock } from './fake-clock'
import { nodeNet } from './node-net'
import { json, startTokenServer } from './token-server'

const speech = { ...defaultSettings, voiceFocus: 'off' as const, prompt: '' }
const key: KeyWithSecret = { id: '1', name: 'Work', zone: 'default', secret: 'k'.repeat(32) }
const other = 'o'.repeat(32)
const never = new AbortController().signal
const parameters = { expiresInSeconds: 60, maxSessionDurationSeconds: 10_800 }

/** The parts of the app that send requests, behind one gate. */
async function appAt(first: { status: number; headers: Record<string, string> }) {
  const server = await startTokenServer((response, _request, count) =>
    count === 1
      ? json(response.setHeaders(new Headers(first.headers)), first.status, { token: 'AQI' })
      : json(response, 200, { token: 'AQI' }),
  )
  const clock = fakeClock()
  const { now, sleep } = clock
  const http = createRequestGate({ http: createHttpClient(nodeNet), now, wallClock: now })
  const mint = createMint({ http, serviceUrl: server.url, now })
  const keyInUse = async () => ok(key)
  const serviceUrl = server.url
  const common = { keyInUse, keyFor: keyInUse, serviceUrl, now, sleep, random: () => 0 }
  return {
    server,
    clock,
    grants: createServiceGrants({ ...common, mint }),
    tryToken: createTryToken({ keyInUse, mint, serviceUrl }),
    check: createKeyCheck(mint),
    transcribe: createTranscripts({
      ...common,
      http,
      settings: () => ({
        serviceModel: 'universal-3-6-pro',
        languages: [],
        keyTerms: [],
        speakerLabels: false,
        filterProfanity: false,
        prompt: '',
      }),
    }),
  }
}

describe('the gate for requests', () => {
  it.each([
    ['Retry-After', 429, { 'retry-after': '30' }],
    ['X-RateLimit-Reset', 429, { 'x-ratelimit-reset': '30' }],
    ['Remaining: 0 of a success', 200, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '30' }],
  ])('%s applies to the second source, Test and Try a token', async (_name, status, headers) => {
    const { server, clock, grants, tryToken, check } = await appAt({ status, headers })
    await check(key.secret, 'default')
    clock.advance(5_000)
    const heldBack = { code: 'rate-limited' }
    expect((await check(key.secret, 'default')).error).toMatchObject(heldBack)
    const tried = await tryToken(parameters)
    expect(tried).toMatchObject({
      value: { status: null, error: heldBack, rateLimit: { retryAfterSeconds: 25 } },
    })
    expect(server.seen).toHaveLength(1)
    expect((await grants.grant({ signal: never, settings: speech })).ok).toBe(true)
    expect(clock.waits).toEqual([25_000])
    expect(server.seen).toHaveLength(2)
  })

  it('applies to jobs: nothing is uploaded before that time', async () => {
    const first = { status: 429, headers: { 'retry-after': '3600' } }
    const { server, transcribe, check } = await appAt(first)
    await check(key.secret, 'default')
    expect(await transcribe([new Uint8Array(32_000)], never)).toMatchObject({
      error: { code: 'rate-limited' },
    })
    expect(server.seen).toHaveLength(1)
  })

  it('does not apply to another key: limits belong to the account', async () => {
    const { check } = await appAt({ status: 429, headers: { 'retry-after': '30' } })
    await check(key.secret, 'default')
    expect((await check(other, 'default')).error).toBeNull()
  })

  it('ends in time, and a shorter wait does not end a longer one', async () => {
    const clock = fakeClock()
    const waits = ['30', '5']
    const gate = createRequestGate({
      http: async () => ({
        status: 503,
        headers: { 'retry-after': waits.shift() ?? '' },
        body: '',
      }),
      now: clock.now,
    })
    const send = () => gate({ url: 'http://x', headers: { Authorization: 'k' }, signal: never })
    await Promise.all([send(), send()])
    clock.advance(29_000)
    await expect(send()).rejects.toMatchObject({ rateLimit: { retryAfterSeconds: 1 } })
    clock.advance(1_000)
    expect((await send()).status).toBe(503)
  })
})
