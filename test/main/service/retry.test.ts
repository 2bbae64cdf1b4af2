import { describe, expect, it } from 'vitest'
import { noRateLimit } from '../../../main/service/rate-limit'
import { sleep, waitBeforeRetry, withRetries, type Attempt } from '../../../main/service/retry'
import { errorValue, fail, ok, type ErrorCode } from '../../../common/errors'
import { fakeClock } from './fake-clock'

describe('the wait before another try', () => {
  it('has a ceiling that doubles from 0.5 s to 30 s', () => {
    const ceilings = [1, 2, 3, 4, 5, 6, 7, 8, 50].map((tries) =>
      waitBeforeRetry(tries, null, { random: () => 1 }),
    )
    expect(ceilings).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  })

  it('is at most a second while nothing can be reached', () => {
    const waits = (['offline', 'dns-failed', 'connection-failed', 'timed-out'] as const).map(
      (code) => waitBeforeRetry(9, null, { random: () => 1, error: errorValue(code) }),
    )
    expect(waits).toEqual([1_000, 1_000, 1_000, 30_000])
  })

  it('is any part of the ceiling', () => {
    expect(waitBeforeRetry(7, null, { random: () => 0 })).toBe(0)
    expect(waitBeforeRetry(7, null, { random: () => 0.25 })).toBe(7500)
  })

  it('is never shorter than what the service asks for', () => {
    expect(waitBeforeRetry(1, 20, { random: () => 0 })).toBe(20_000)
    expect(waitBeforeRetry(1, 90, { random: () => 0.5 })).toBe(90_250)
  })
})

describe('trying again', () => {
  const attempts = (...codes: (ErrorCode | null)[]) => {
    let count = 0
    const attempt = async (): Promise<Attempt<string>> => {
      const code = codes[Math.min(count, codes.length - 1)] ?? null
      count += 1
      return { result: code === null ? ok('token') : fail(code), rateLimit: noRateLimit }
    }
    return { attempt, count: () => count }
  }
  const options = (signal = new AbortController().signal) => {
    const clock = fakeClock()
    return { signal, clock, sleep: clock.sleep, random: () => 1 }
  }

  it.each<ErrorCode>([
    'rate-limited',
    'service-unavailable',
    'offline',
    'dns-failed',
    'tls-failed',
    'proxy-failed',
    'connection-failed',
    'timed-out',
  ])('happens after %s, with a notice before each wait', async (code) => {
    const { attempt, count } = attempts(code, code, null)
    const { clock, ...rest } = options()
    const notices: [ErrorCode, number][] = []
    const onWait = (error: { code: ErrorCode }, ms: number) => notices.push([error.code, ms])
    expect(await withRetries(attempt, { ...rest, onWait })).toEqual(ok('token'))
    expect(count()).toBe(3)
    expect(clock.waits).toEqual([500, 1000])
    expect(notices).toEqual([
      [code, 500],
      [code, 1000],
    ])
  })

  it.each<ErrorCode>([
    'bad-request',
    'key-rejected',
    'key-forbidden',
    'payment-required',
    'service-not-found',
    'redirected',
    'bad-answer',
    'token-parameter',
    'keychain-locked',
    'no-key',
  ])('does not happen after %s', async (code) => {
    const { attempt, count } = attempts(code)
    expect(await withRetries(attempt, options())).toMatchObject({ error: { code } })
    expect(count()).toBe(1)
  })

  it('ends with the recording, in the middle of a wait', async () => {
    const recording = new AbortController()
    const { attempt, count } = attempts('offline')
    const trying = withRetries(attempt, { ...options(recording.signal), sleep, random: () => 1 })
    setTimeout(() => recording.abort(), 100)
    const started = Date.now()
    expect(await trying).toMatchObject({ error: { code: 'offline' } })
    expect(Date.now() - started).toBeLessThan(450)
    expect(count()).toBe(1)
  })

  it('waits as long as the service asks', async () => {
    const { clock, ...rest } = options()
    let count = 0
    const attempt = async (): Promise<Attempt<string>> => {
      count += 1
      return count === 1
        ? { result: fail('rate-limited'), rateLimit: { ...noRateLimit, retryAfterSeconds: 42 } }
        : { result: ok('token'), rateLimit: noRateLimit }
    }
    await withRetries(attempt, rest)
    expect(clock.waits[0]).toBeGreaterThanOrEqual(42_000)
  })
})
