import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSender, type SendTarget } from '../../../../renderer/recorder/streaming/sender'
import { fakeDeps } from './fake-socket'

let sent: { at: number; firstSample: number }[]
let buffered: number
let target: SendTarget

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  sent = []
  buffered = 0
  target = {
    session: {
      bufferedBytes: () => buffered,
      send: (pcm) => sent.push({ at: Date.now(), firstSample: new Uint32Array(pcm)[0] ?? 0 }),
    },
    // The position travels in the sound, which is not looked at here.
    prepare: ({ firstSample }) => Uint32Array.of(firstSample).buffer,
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
    const sender = createSender(fakeDeps(), () => undefined)
    sender.start(target)
    for (let n = 0; n < 100; n += 1) {
      speak(sender, 1, n)
      expect(sent).toHaveLength(n + 1)
      vi.advanceTimersByTime(50)
    }
    expect(sender.isBehind).toBe(false)
  })

  it('catches up at 1.2 times real time over any period, and not slower', () => {
    const sender = createSender(fakeDeps(), () => undefined)
    speak(sender, 60)
    const begun = Date.now()
    sender.start(target)
    expect(sender.isBehind).toBe(true)
    let n = 60
    while (sender.isBehind && n < 1_000) {
      vi.advanceTimersByTime(50)
      speak(sender, 1, n)
      n += 1
    }
    const tookMs = Date.now() - begun
    // It catches up 0.2 s in each second, for 3 s.
    expect(tookMs).toBeGreaterThan(13_500)
    expect(tookMs).toBeLessThan(16_500)
    expect(sent.map(({ firstSample }) => firstSample)).toEqual(sent.map((_, index) => index * 800))
    for (let from = 0; from < sent.length; from += 1) {
      for (const frames of [2, 5, 20, 100]) {
        const until = sent[from + frames]
        if (until === undefined) continue
        const atLeast = (frames * 50) / 1.2
        // One frame can make up for a late timer.
        expect(until.at - sent[from]!.at).toBeGreaterThanOrEqual(Math.floor(atLeast - 42))
      }
    }
  })

  it('does not send at once what piled up while the page was suspended', () => {
    const sender = createSender(fakeDeps(), () => undefined)
    sender.start(target)
    speak(sender, 200)
    expect(sent.length).toBeLessThanOrEqual(2)
    vi.advanceTimersByTime(2_000)
    expect(sent.length).toBeLessThanOrEqual(50)
    expect(sender.isBehind).toBe(true)
  })

  it('keeps frames while the network takes none', () => {
    const sender = createSender(fakeDeps(), () => undefined)
    sender.start(target)
    buffered = 100_000
    speak(sender, 40)
    vi.advanceTimersByTime(1_000)
    expect(sent).toHaveLength(0)
    buffered = 0
    vi.advanceTimersByTime(10_000)
    expect(sent).toHaveLength(40)
    expect(sender.isDrained).toBe(true)
  })

  it('reports when it falls behind and when it has caught up', () => {
    const states: boolean[] = []
    const sender = createSender(fakeDeps(), () => {
      if (states.at(-1) !== sender.isBehind) states.push(sender.isBehind)
    })
    sender.start(target)
    speak(sender, 30)
    vi.advanceTimersByTime(5_000)
    expect(states).toEqual([false, true, false])
  })
})
