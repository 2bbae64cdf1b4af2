import { describe, expect, it } from 'vitest'
import { failedTries, nextTry } from '../../../../renderer/recorder/streaming/reconnect'

const most = () => 1

describe('the next try', () => {
  it('comes at once, then three times after a back-off, and then slowly', () => {
    const tries = [0, 1, 2, 3, 4, 9].map((failed) => nextTry('retry', failed, most))
    expect(tries).toEqual([
      { again: true, delayMs: 100, offline: false },
      { again: true, delayMs: 500, offline: false },
      { again: true, delayMs: 1_000, offline: false },
      { again: true, delayMs: 2_000, offline: false },
      { again: true, delayMs: 35_000, offline: true },
      { again: true, delayMs: 35_000, offline: true },
    ])
  })

  it('comes at once with a new token, but not again and again', () => {
    expect(nextTry('re-mint', 1, most)).toEqual({ again: true, delayMs: 0, offline: false })
    expect(nextTry('re-mint', 2, most)).toMatchObject({ delayMs: 1_000 })
    expect(nextTry('rotate', 0, most)).toEqual({ again: true, delayMs: 0, offline: false })
  })

  it('waits for the minute in which sessions are counted', () => {
    const next = nextTry('wait', 1, () => 0)
    expect(next).toEqual({ again: true, delayMs: 60_000, offline: true })
  })

  it('does not come if it would end the same way', () => {
    expect(nextTry('stop', 1, most)).toEqual({ again: false })
    expect(nextTry('done', 0, most)).toEqual({ again: false })
  })
})

describe('failed tries', () => {
  it('are counted from zero after a session that lasted or gave a final', () => {
    expect(failedTries(2, null, false)).toBe(3)
    expect(failedTries(2, 4_999, false)).toBe(3)
    expect(failedTries(2, 5_000, false)).toBe(0)
    expect(failedTries(2, 1_000, true)).toBe(0)
  })
})
