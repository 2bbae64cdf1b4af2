import { describe, expect, it } from 'vitest'
import { rateLimitOf } from '../../../main/service/rate-limit'

const now = Date.UTC(2026, 10, 25, 12, 0, 0)
const limits = (headers: Record<string, string>, status = 429) =>
  rateLimitOf({ status, headers, body: '' }, now)

describe('rate-limit headers', () => {
  it('are null if there are none', () => {
    expect(limits({})).toEqual({
      limit: null,
      remaining: null,
      retryAfterSeconds: null,
      resetSeconds: null,
    })
  })

  it('return limit and remaining', () => {
    expect(limits({ 'x-ratelimit-limit': '100, 100;w=60', 'x-ratelimit-remaining': '99' })).toEqual(
      { limit: 100, remaining: 99, retryAfterSeconds: null, resetSeconds: null },
    )
  })

  it('compare dates with the clock of the service, whatever the local clock says', () => {
    const headers = {
      date: 'Sun, 25 Nov 2029 09:00:00 GMT',
      'retry-after': 'Sun, 25 Nov 2029 09:00:30 GMT',
    }
    expect(limits(headers).retryAfterSeconds).toBe(30)
  })

  it.each([
    ['retry-after', '7', 7],
    ['retry-after', '0', 0],
    ['retry-after', 'Wed, 25 Nov 2026 12:00:30 GMT', 30],
    ['retry-after', 'Wed, 25 Nov 2026 11:00:00 GMT', 0],
    ['retry-after', 'soon', null],
    ['x-ratelimit-reset', '12', 12],
    ['x-ratelimit-reset', String(now / 1000 + 20), 20],
    ['x-ratelimit-reset', String(now + 20_500), 21],
    ['x-ratelimit-reset', '2026-11-25T12:00:09Z', 9],
  ])('%s: %s is %s seconds', (name, value, seconds) => {
    expect(limits({ [name]: value }).retryAfterSeconds).toBe(seconds)
  })

  it('prefer Retry-After', () => {
    expect(limits({ 'retry-after': '3', 'x-ratelimit-reset': '50' }).retryAfterSeconds).toBe(3)
  })

  it('require no wait while something is left', () => {
    const headers = { 'x-ratelimit-reset': '50', 'x-ratelimit-remaining': '4' }
    expect(limits(headers, 200).retryAfterSeconds).toBeNull()
    expect(limits(headers, 200).resetSeconds).toBe(50)
    expect(limits({ ...headers, 'x-ratelimit-remaining': '0' }, 200).retryAfterSeconds).toBe(50)
  })
})
