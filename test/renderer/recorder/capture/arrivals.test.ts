import { describe, expect, it } from 'vitest'
import { createArrivals } from '../../../../renderer/recorder/capture/arrivals'
import type { Block } from '../../../../renderer/recorder/capture/block'

/** The device's clock is this much ahead of the worker's. */
const aheadMs = 5_000

/** A block of 10 ms, heard at a time of the worker's clock. */
const block = (at: number) => ({
  rate: 48_000,
  channels: [new Float32Array(480)],
  heardAt: at + aheadMs,
  readyAt: at + 10 + aheadMs,
})

function rig(systemZeroAt: number | null = null) {
  const taken: (readonly [capturedAt: number, arrivedAt: number | undefined])[] = []
  const arrivals = createArrivals(
    ({ capturedAt, arrivedAt }: Block) => taken.push([capturedAt, arrivedAt]),
    systemZeroAt,
  )
  return {
    taken,
    arrivals,
    give: (at: number, arrivedAt: number, waitedMs: number) =>
      arrivals.take(block(at), { arrivedAt, waitedMs }),
  }
}

describe('arrivals', () => {
  it('knows the time from the third block, if the worker waited for the last two', () => {
    const { taken, give } = rig()
    give(100, 110, 8)
    give(110, 120, 9)
    expect(taken).toEqual([])
    give(120, 130, 9)
    give(130, 145, 14)
    expect(taken).toEqual([
      [100, 110],
      [110, 120],
      [120, 130],
      [130, 145],
    ])
  })

  it('places blocks that waited for the worker where they were heard', () => {
    const { taken, give } = rig()
    give(100, 400, 300)
    give(110, 400, 0)
    give(390, 402, 1)
    expect(taken).toEqual([])
    give(400, 412, 8)
    expect(taken).toEqual([])
    give(410, 420, 8)
    expect(taken).toEqual([
      [100, 110],
      [110, 120],
      [390, 400],
      [400, 410],
      [410, 420],
    ])
  })

  it('waits for half a block, however long the way of the blocks is', () => {
    const { taken, arrivals } = rig()
    const late = (at: number) => ({ ...block(at), readyAt: at + 200 + aheadMs })
    arrivals.take(late(100), { arrivedAt: 300, waitedMs: 0 })
    arrivals.take(late(110), { arrivedAt: 310, waitedMs: 10 })
    arrivals.take(late(120), { arrivedAt: 320, waitedMs: 10 })
    expect(taken.map(([capturedAt]) => capturedAt)).toEqual([100, 110, 120])
  })

  it('does not hold blocks back without an end', () => {
    const { taken, give } = rig()
    for (let at = 0; at < 1_000; at += 10) give(at, at + 10, 0)
    expect(taken).toEqual([])
    give(1_000, 1_010, 0)
    expect(taken).toHaveLength(101)
  })

  it('places a block at once where it was heard, however late, if its time is that of the system', () => {
    const { taken, give } = rig(-aheadMs)
    give(100, 890, 300)
    give(110, 890, 0)
    expect(taken).toEqual([
      [100, 890],
      [110, 890],
    ])
  })

  it('does not take the time of another clock for that of the system', () => {
    for (const systemZeroAt of [-aheadMs + 200, -aheadMs - 6_000]) {
      const { taken, give } = rig(systemZeroAt)
      give(100, 110, 8)
      give(110, 120, 9)
      give(120, 130, 9)
      expect(taken[0]).toEqual([100, 110])
    }
  })

  it('passes on what it holds when the device ends', () => {
    const { taken, arrivals, give } = rig()
    give(100, 160, 0)
    arrivals.end()
    expect(taken).toEqual([[150, 160]])
  })
})
