import { describe, expect, it } from 'vitest'
import { createBacklog } from '../../../../renderer/recorder/streaming/backlog'

function filled(frames: number, first = 0) {
  const backlog = createBacklog()
  for (let n = 0; n < frames; n += 1) {
    backlog.push({ firstSample: first + n * 800, pcm: new ArrayBuffer(1_600) })
  }
  return backlog
}

describe('the backlog', () => {
  it('returns frames in order, each once', () => {
    const backlog = filled(3, 1_600)
    const given = [backlog.next(), backlog.next(), backlog.next(), backlog.next()]
    expect(given.map((frame) => frame?.firstSample ?? null)).toEqual([1_600, 2_400, 3_200, null])
    expect(backlog.unsent).toBe(0)
  })

  it('keeps what was sent until it is covered, and returns it again after a rewind', () => {
    const backlog = filled(4)
    for (let n = 0; n < 4; n += 1) backlog.next()
    backlog.dropUntil(1_700)
    expect(backlog.startSample).toBe(1_600)
    backlog.rewind()
    expect(backlog.unsent).toBe(2)
    expect(backlog.next()?.firstSample).toBe(1_600)
  })

  it('does not drop what was never sent', () => {
    const backlog = filled(4)
    backlog.next()
    backlog.dropUntil(9_999)
    expect(backlog.startSample).toBe(800)
    expect(backlog.unsent).toBe(3)
  })

  it('keeps 20 s: the oldest frame is dropped', () => {
    const backlog = filled(410)
    expect(backlog.startSample).toBe(10 * 800)
    expect(backlog.endSample).toBe(410 * 800)
    expect(backlog.unsent).toBe(400)
    expect(backlog.next()?.firstSample).toBe(10 * 800)
  })

  it('can keep only what is said now, from a quiet place on', () => {
    const backlog = createBacklog()
    for (let n = 0; n < 100; n += 1) {
      const isQuiet = n === 70 || n === 85 || n === 90
      const pcm = new Int16Array(800).fill(isQuiet ? 2 : 1_000).buffer
      backlog.push({ firstSample: n * 800, pcm })
    }
    backlog.keepFromQuiet(20)
    expect(backlog.startSample).toBe(90 * 800)
    expect(backlog.unsent).toBe(10)
  })
})
