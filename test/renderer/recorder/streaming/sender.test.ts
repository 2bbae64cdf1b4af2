import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSender, type Outlet } from '../../../../renderer/recorder/streaming/sender'
import { fakeEnvironment } from './fake-socket'

let sent: { at: number; firstSample: number }[]
let buffered: number
let outlet: Outlet

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  sent = []
  buffered = 0
  outlet = {
    bufferedBytes: () => buffered,
    send: ({ firstSample }) => sent.push({ at: Date.now(), firstSample }),
  }
})
afterEach(() => void vi.useRealTimers())

function speak(sender: ReturnType<typeof createSender>, frames: number, from = 0): void {
  for (let n = 0; n < frames; n += 1) {
    sender.push({ firstSample: (from + n) * 800, pcm: new ArrayBuffer(1_600) })
  }
}

describe('the sender', () => {
  it('sends a frame as it comes', () => {
    const sender = createSender(fakeEnvironment(), () => undefined)
    sender.start(outlet)
    for (let n = 0; n < 100; n += 1) {
      speak(sender, 1, n)
      expect(sent).toHaveLength(n + 1)
      vi.advanceTimersByTime(50)
    }
    expect(sender.isBehind).toBe(false)
  })

  it('makes up for what waited at 1.2 times real time, over any stretch, and no slower than needs be', () => {
    const sender = createSender(fakeEnvironment(), () => undefined)
    speak(sender, 60)
    const begun = Date.now()
    sender.start(outlet)
    expect(sender.isBehind).toBe(true)
    let n = 60
    while (sender.isBehind && n < 1_000) {
      vi.advanceTimersByTime(50)
      speak(sender, 1, n)
      n += 1
    }
    const tookMs = Date.now() - begun
    // 3 s are made up for at 0.2 s a second.
    expect(tookMs).toBeGreaterThan(13_500)
    expect(tookMs).toBeLessThan(16_500)
    expect(sent.map(({ firstSample }) => firstSample)).toEqual(sent.map((_, index) => index * 800))
    for (let from = 0; from < sent.length; from += 1) {
      for (const frames of [2, 5, 20, 100]) {
        const until = sent[from + frames]
        if (until === undefined) continue
        const atLeast = (frames * 50) / 1.2
        // One frame may make up for a late timer.
        expect(until.at - sent[from]!.at).toBeGreaterThanOrEqual(Math.floor(atLeast - 42))
      }
    }
  })

  it('does not pour out what piled up while the page stood still', () => {
    const sender = createSender(fakeEnvironment(), () => undefined)
    sender.start(outlet)
    speak(sender, 200)
    expect(sent.length).toBeLessThanOrEqual(2)
    vi.advanceTimersByTime(2_000)
    expect(sent.length).toBeLessThanOrEqual(50)
    expect(sender.isBehind).toBe(true)
  })

  it('keeps frames itself while the network takes none', () => {
    const sender = createSender(fakeEnvironment(), () => undefined)
    sender.start(outlet)
    buffered = 100_000
    speak(sender, 40)
    vi.advanceTimersByTime(1_000)
    expect(sent).toHaveLength(0)
    buffered = 0
    vi.advanceTimersByTime(10_000)
    expect(sent).toHaveLength(40)
    expect(sender.isDrained).toBe(true)
  })

  it('tells when it falls behind and when it is level again', () => {
    const states: boolean[] = []
    const sender = createSender(fakeEnvironment(), () => {
      if (states.at(-1) !== sender.isBehind) states.push(sender.isBehind)
    })
    sender.start(outlet)
    speak(sender, 30)
    vi.advanceTimersByTime(5_000)
    expect(states).toEqual([false, true, false])
  })
})
