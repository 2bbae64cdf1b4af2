import { describe, expect, it } from 'vitest'
import type { Block } from '../../../../renderer/recorder/capture/blocks'
import { createLostTime } from '../../../../renderer/recorder/capture/lost-time'

/** 10 ms at 48 kHz. */
const block = (capturedAt: number): Block => ({
  rate: 48_000,
  channels: [new Float32Array(480)],
  capturedAt,
})

/** At which of these blocks, with the times of capture and arrival, time was lost before it. */
function lost(times: Iterable<readonly [captured: number, arrived: number]>): number[] {
  const watch = createLostTime()
  return [...times].flatMap(([captured, arrived]) =>
    watch.before(block(captured), arrived) > 0 ? captured : [],
  )
}

describe('lost time', () => {
  it('is not what a device keeps, with its jitter and its drift of an hour', () => {
    const times = function* () {
      for (let index = 0; index < 360_000; index += 1) {
        const at = index * 10 * 1.000_1
        yield [at + (index % 7) * 9, at + 10 + (index % 11) * 5] as const
      }
    }
    expect(lost(times())).toEqual([])
  })

  it('is found where it is lost at once, and once only', () => {
    const at = [0, 10, 20, 30, 1_130, 1_140, 1_150]
    expect(lost(at.map((time) => [time, time + 10]))).toEqual([1_130])
  })

  it('is found where it goes a little at a time', () => {
    const at = Array.from({ length: 400 }, (_, index) => index * 10 + Math.floor(index / 20) * 30)
    // 570 ms in all, told at each 200 of them.
    expect(lost(at.map((time) => [time, time + 10]))).toHaveLength(2)
  })

  it('is not what a busy computer hands on late', () => {
    const times = Array.from({ length: 1_000 }, (_, index) => {
      const lump = Math.ceil((index + 1) / 150) * 1_500
      return [index * 10, lump] as const
    })
    expect(lost(times)).toEqual([])
  })

  it('is not what a device says that changes its latency', () => {
    const times = Array.from({ length: 1_000 }, (_, index) => {
      const wrong = index > 300 && index < 600 ? 1_900 : 0
      return [index * 10 + wrong, index * 10 + 20] as const
    })
    expect(lost(times)).toEqual([])
  })

  it('is nothing to a source that begins anew', () => {
    const watch = createLostTime()
    watch.before(block(0), 0)
    watch.restart()
    expect(watch.before(block(60_000), 60_000)).toBe(0)
    expect(watch.before(block(60_010), 60_010)).toBe(0)
  })
})
