import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sleep } from '../../../main/service/retry'
import { createSessionBudget } from '../../../main/service/session-budget'
import { fakeClock } from './fake-clock'

const never = new AbortController().signal

describe('the budget of new sessions', () => {
  it('opens four immediately, and the fifth when the first is 60 s old', async () => {
    const clock = fakeClock()
    const budget = createSessionBudget(clock)
    for (let count = 0; count < 4; count += 1) {
      await budget.acquire(never)
      clock.advance(5000)
    }
    expect(clock.waits).toEqual([])
    await budget.acquire(never)
    expect(clock.waits).toEqual([40_000])
  })

  it('never has more than four in any 60 s, whenever they are asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(50_000), { minLength: 5, maxLength: 40 }), async (gaps) => {
        const clock = fakeClock()
        const budget = createSessionBudget(clock)
        const times: number[] = []
        for (const gap of gaps) {
          clock.advance(gap)
          await budget.acquire(never)
          times.push(clock.now())
        }
        times.slice(4).forEach((time, index) => {
          expect(time - times[index]!).toBeGreaterThanOrEqual(60_000)
        })
      }),
      { numRuns: 50 },
    )
  })

  it('gets an unused place back', async () => {
    const clock = fakeClock()
    const budget = createSessionBudget(clock)
    for (let count = 0; count < 10; count += 1) (await budget.acquire(never))?.release()
    expect(clock.waits).toEqual([])
  })

  it('counts from the time at which the session could be opened', async () => {
    const clock = fakeClock()
    const budget = createSessionBudget(clock)
    const place = await budget.acquire(never)
    clock.advance(10_000)
    place?.opened()
    for (let count = 0; count < 3; count += 1) await budget.acquire(never)
    await budget.acquire(never)
    expect(clock.waits).toEqual([60_000])
  })

  it('ends a wait with the recording', async () => {
    const budget = createSessionBudget({ now: Date.now, sleep })
    for (let count = 0; count < 4; count += 1) await budget.acquire(never)
    const recording = new AbortController()
    const waiting = budget.acquire(recording.signal)
    setTimeout(() => recording.abort(), 30)
    expect(await waiting).toBeNull()
  })
})
