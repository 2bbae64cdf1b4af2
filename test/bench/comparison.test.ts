import { describe, expect, it } from 'vitest'
import { compareFigures, comparisonTable } from './comparison'
import { figure, fromLines, medians, toLines } from './figures'

const ms = (name: string, value: number) => figure(name, value, { unit: 'ms' })

describe('a comparison with an earlier run', () => {
  it('fails where a figure is more than 15 % higher', () => {
    const earlier = [ms('a', 100), ms('b', 100), ms('gone', 1)]
    const compared = compareFigures(earlier, [ms('a', 115), ms('b', 116), ms('new', 9)])
    expect(compared.map(({ figure: name, ratio, holds }) => [name, ratio, holds])).toEqual([
      ['a', 1.15, true],
      ['b', 1.16, false],
    ])
  })

  it('takes small differences for noise', () => {
    const [small] = compareFigures([ms('a', 0.6)], [ms('a', 2.5)])
    expect(small).toMatchObject({ holds: true })
    const [none] = compareFigures([ms('a', 0)], [ms('a', 9)])
    expect(none).toMatchObject({ ratio: null, holds: false })
  })

  it('is a table that marks what is worse', () => {
    const compared = compareFigures([ms('a', 100), ms('b', 10)], [ms('a', 50), ms('b', 20)])
    expect(comparisonTable(compared)).toBe(
      ['a  100 → 50 ms  0.5 times', 'b  10 → 20 ms   2 times    WORSE'].join('\n'),
    )
  })
})

describe('figures of several runs', () => {
  it('are the medians, judged again', async () => {
    const values = [9, 1, 2, 3, 50]
    const found = await medians(5, (run) =>
      Promise.resolve([figure('a', values[run] ?? 0, { unit: 'ms', target: 3 })]),
    )
    expect(found).toEqual([figure('a', 3, { unit: 'ms', target: 3 })])
  })

  it('are written one to a line', () => {
    const figures = [ms('a', 1), ms('b', 2)]
    expect(toLines(figures).split('\n')).toHaveLength(3)
    expect(fromLines(toLines(figures))).toEqual(figures)
  })
})
