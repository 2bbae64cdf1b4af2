import { expect, test } from 'vitest'
import { errorValue, fail, ok, type ErrorCode } from '../../../common/errors'
import { defaultSettings, type SessionGrant, type Zone } from '../../../common/model'
import { createKeyTest } from '../../../main/service/key-test'
import { noRateLimit } from '../../../main/service/rate-limit'
import type { Mint } from '../../../main/service/tokens'

/** A service in which the key is good in some zones, and a session begins or does not. */
function testWith(good: readonly Zone[], session: ErrorCode | null = null) {
  const asked: Zone[] = []
  const grants: SessionGrant[] = []
  const mint: Mint = ({ zone, parameters }) => {
    asked.push(zone)
    expect(parameters.maxSessionDurationSeconds).toBe(60)
    const result = good.includes(zone)
      ? ok({ token: `AQI-${zone}`, expiresAt: 1 })
      : fail('key-rejected', 'HTTP 401')
    return Promise.resolve({
      result,
      status: 200,
      rateLimit: noRateLimit,
      body: null,
      at: 5,
      durationMs: 3,
    })
  }
  const run = createKeyTest({
    mint,
    testSession: (grant) => {
      grants.push(grant)
      return Promise.resolve(session === null ? null : errorValue(session))
    },
    settings: () => defaultSettings,
    serviceUrl: null,
    now: () => 0,
  })
  return { run, asked, grants }
}

test('a key works once a session of its zone has begun', async () => {
  const { run, asked, grants } = testWith(['eu'])
  expect(await run('key', 'eu')).toEqual({ at: 5, durationMs: 0, error: null, session: true })
  expect(asked).toEqual(['eu'])
  expect(grants).toMatchObject([{ token: 'AQI-eu', model: defaultSettings.serviceModel }])
  expect(grants[0]?.url).toMatch(/^wss:\/\/streaming\.eu\.assemblyai\.com\/v3\/ws\?speech_model=/)
})

test('a key of another zone is told from a wrong key', async () => {
  const elsewhere = testWith(['us'])
  expect((await elsewhere.run('key', 'eu')).error).toMatchObject({
    code: 'key-wrong-zone',
    detail: 'US zone',
  })
  const nowhere = testWith([])
  expect((await nowhere.run('key', 'eu')).error).toMatchObject({ code: 'key-rejected' })
  expect(nowhere.asked).toEqual(['eu', 'default', 'us'])
  expect(nowhere.grants).toEqual([])
})

test.each(['payment-required', 'key-forbidden'] as const)(
  'what a session says counts, and not that there was a token: %s',
  async (code) => {
    const { run } = testWith(['default'], code)
    expect((await run('key', 'default')).error).toMatchObject({ code })
  },
)
