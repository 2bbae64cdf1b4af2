import { describe, expect, it } from 'vitest'
import { figure, percentile, table } from './figures'

describe('figures', () => {
  it('hold if they are at most their target, or have no target', () => {
    expect(figure('a', 1.004, { unit: 'ms', target: 1 })).toEqual({
      figure: 'a',
      value: 1,
      unit: 'ms',
      target: 1,
      holds: true,
    })
    expect(figure('a', 1.01, { unit: 'ms', target: 1 }).holds).toBe(false)
    expect(figure('a', 99, { unit: 'ms' })).toMatchObject({ target: null, holds: true })
  })

  it('take percentiles by the nearest rank', () => {
    const values = [5, 1, 4, 2, 3]
    expect([0.5, 0.95, 0.2, 0.99].map((share) => percentile(values, share))).toEqual([3, 5, 1, 5])
    expect(() => percentile([], 0.5)).toThrow('No values were measured')
  })

  it('are in a table that marks missed targets', () => {
    expect(
      table([
        figure('short', 1, { unit: 'ms', target: 2 }),
        figure('longer name', 30, { unit: 'MB', target: 2 }),
      ]),
    ).toBe(['short        1 ms   at most 2', 'longer name  30 MB  at most 2  MISSED'].join('\n'))
  })
})
