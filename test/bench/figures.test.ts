import { describe, expect, it } from 'vitest'
import { figure, percentile, table } from './figures'

describe('figures', () => {
  it('hold where they are at most their target, or have none', () => {
    expect(figure('a', 1.004, 'ms', 1)).toEqual({
      figure: 'a',
      value: 1,
      unit: 'ms',
      target: 1,
      holds: true,
    })
    expect(figure('a', 1.01, 'ms', 1).holds).toBe(false)
    expect(figure('a', 99, 'ms')).toMatchObject({ target: null, holds: true })
  })

  it('take percentiles by the nearest rank', () => {
    const values = [5, 1, 4, 2, 3]
    expect([0.5, 0.95, 0.2, 0.99].map((share) => percentile(values, share))).toEqual([3, 5, 1, 5])
    expect(() => percentile([], 0.5)).toThrow('No values were measured')
  })

  it('stand in a table with what they missed', () => {
    expect(table([figure('short', 1, 'ms', 2), figure('longer name', 30, 'MB', 2)])).toBe(
      ['short        1 ms   at most 2', 'longer name  30 MB  at most 2  MISSED'].join('\n'),
    )
  })
})
