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
  it('gives frames in order, each once', () => {
    const backlog = filled(3, 1_600)
    const given = [backlog.next(), backlog.next(), backlog.next(), backlog.next()]
    expect(given.map((frame) => frame?.firstSample ?? null)).toEqual([1_600, 2_400, 3_200, null])
    expect(backlog.unsent).toBe(0)
  })

  it('keeps what was sent until it is covered, and gives it again after a rewind', () => {
    const backlog = filled(4)
    for (let n = 0; n < 4; n += 1) backlog.next()
    backlog.forgetUntil(1_700)
    expect(backlog.startSample).toBe(1_600)
    backlog.rewind()
    expect(backlog.unsent).toBe(2)
    expect(backlog.next()?.firstSample).toBe(1_600)
  })

  it('does not forget what was never sent', () => {
    const backlog = filled(4)
    backlog.next()
    backlog.forgetUntil(9_999)
    expect(backlog.startSample).toBe(800)
    expect(backlog.unsent).toBe(3)
  })

  it('holds 20 s: the oldest falls out', () => {
    const backlog = filled(410)
    expect(backlog.startSample).toBe(10 * 800)
    expect(backlog.endSample).toBe(410 * 800)
    expect(backlog.unsent).toBe(400)
    expect(backlog.next()?.firstSample).toBe(10 * 800)
  })

  it('can keep only what is being said now', () => {
    const backlog = filled(100)
    backlog.keepLast(20)
    expect(backlog.startSample).toBe(80 * 800)
    expect(backlog.unsent).toBe(20)
  })
})
