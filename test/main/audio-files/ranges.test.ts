import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Range } from '../../../common/time'
import { subtract, totalMs, union } from '../../../main/audio-files/ranges'

const range = (startMs: number, endMs: number): Range => ({ startMs, endMs })
const someRanges = fc.array(
  fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => range(start, start + length)),
  { maxLength: 8 },
)
/** Each ms by itself: slow, but certainly right. */
const within = (ranges: readonly Range[]) => {
  const all = new Set<number>()
  for (const { startMs, endMs } of ranges) for (let at = startMs; at < endMs; at++) all.add(at)
  return all
}

describe('ranges', () => {
  it('are joined if they touch or overlap', () => {
    expect(union([range(5, 9), range(0, 2), range(2, 4), range(7, 12), range(3, 3)])).toEqual([
      range(0, 4),
      range(5, 12),
    ])
  })

  it('are cut where something is removed', () => {
    expect(subtract([range(0, 10)], [range(2, 3), range(8, 20)])).toEqual([
      range(0, 2),
      range(3, 8),
    ])
    expect(subtract([range(0, 10)], [range(0, 10)])).toEqual([])
    expect(subtract([range(0, 10)], [])).toEqual([range(0, 10)])
  })

  it('have the same result as a check of each ms', () => {
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
