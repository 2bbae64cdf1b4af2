import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { subtract, totalMs, union, type Range } from '../../../main/library/ranges'

const range = (startMs: number, endMs: number): Range => ({ startMs, endMs })
const someRanges = fc.array(
  fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => range(start, start + length)),
  { maxLength: 8 },
)
/** Each ms by itself: slow, and surely right. */
const within = (ranges: readonly Range[]) => {
  const all = new Set<number>()
  for (const { startMs, endMs } of ranges) for (let at = startMs; at < endMs; at++) all.add(at)
  return all
}

describe('ranges', () => {
  it('join where they touch or overlap', () => {
    expect(union([range(5, 9), range(0, 2), range(2, 4), range(7, 12), range(3, 3)])).toEqual([
      range(0, 4),
      range(5, 12),
    ])
  })

  it('are cut by what is taken', () => {
    expect(subtract([range(0, 10)], [range(2, 3), range(8, 20)])).toEqual([
      range(0, 2),
      range(3, 8),
    ])
    expect(subtract([range(0, 10)], [range(0, 10)])).toEqual([])
    expect(subtract([range(0, 10)], [])).toEqual([range(0, 10)])
  })

  it('hold the same time as when each ms is looked at', () => {
    fc.assert(
      fc.property(someRanges, someRanges, (ranges, taken) => {
        const held = within(ranges)
        expect(within(union(ranges))).toEqual(held)
        expect(totalMs(ranges)).toBe(held.size)
        const left = subtract(ranges, taken)
        expect(within(left)).toEqual(new Set([...held].filter((at) => !within(taken).has(at))))
        expect(left).toEqual(union(left))
      }),
    )
  })
})
