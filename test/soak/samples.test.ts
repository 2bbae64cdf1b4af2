import { describe, expect, it } from 'vitest'
import { growth, looks, memoryTable, type Sample } from './samples'

const sample = (hours: number, main: number, window: number): Sample => ({
  hours,
  memory: { main, recorder: 30, window, gpu: 10, others: 200 },
  databaseMb: hours * 9,
  speed: hours === 0 ? null : 20,
})

describe('the samples of a soak', () => {
  it('are taken at 0, 1, 2, 4, 8 hours and at the end', () => {
    expect(looks(8)).toEqual([0, 1, 2, 4, 8])
    expect(looks(5)).toEqual([0, 1, 2, 4, 5])
    expect(looks(1)).toEqual([0, 1])
    expect(looks(0.5)).toEqual([0, 0.5])
  })

  it('are judged by their growth per hour after the first', () => {
    const grown = growth([sample(0, 0, 0), sample(1, 100, 100), sample(5, 140, 184)])
    expect(grown.filter(({ target }) => target !== null)).toEqual([
      expect.objectContaining({ value: 10, target: 10, holds: true }),
      expect.objectContaining({ value: 21, target: 20, holds: false }),
    ])
    expect(grown.map(({ value }) => value)).toEqual([10, 0, 21, 0, 0])
  })

  it('have no growth if they end with the first hour', () => {
    expect(growth([sample(0, 0, 0), sample(1, 100, 100)])).toEqual([])
  })

  it('are in a table', () => {
    expect(memoryTable([sample(0, 50, 40), sample(1, 60.04, 41)])).toBe(
      [
        '    MB at     main recorder   window      gpu   others database    speed',
        '      0 h     50.0     30.0     40.0     10.0    200.0      0.0',
        '      1 h     60.0     30.0     41.0     10.0    200.0      9.0   20.0 x',
      ].join('\n'),
    )
  })
})
