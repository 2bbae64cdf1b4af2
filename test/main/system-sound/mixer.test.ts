import { describe, expect, it } from 'vitest'
import { createMixer, type MixedBlock } from '../../../main/system-sound/mixer'

const rate = 48_000

/** So many samples of one value, left and right. */
function pcmOf(samples: number, value: number): Buffer {
  return Buffer.from(Int16Array.from({ length: samples * 2 }, () => value * 32_768).buffer)
}

function lefts(blocks: readonly MixedBlock[]): number[] {
  return blocks.flatMap(({ channels: [left] }) => [...left])
}

/** Runs the mix every 20 ms; `arrive` gives what comes at each time. */
function run(untilMs: number, arrive: (mixer: ReturnType<typeof createMixer>, ms: number) => void) {
  const mixer = createMixer(0)
  const blocks: MixedBlock[] = []
  for (let ms = 0; ms <= untilMs; ms += 20) {
    arrive(mixer, ms)
    blocks.push(...mixer.mixUntil(ms))
  }
  return blocks
}

describe('createMixer', () => {
  it('delivers silence without a stream, each block after the one before', () => {
    const blocks = run(500, () => undefined)
    expect(blocks.map(({ capturedAt }) => capturedAt)).toEqual(blocks.map((_, index) => index * 20))
    expect(blocks.length * 20).toBeGreaterThanOrEqual(420)
    expect(lefts(blocks).every((value) => value === 0)).toBe(true)
  })

  it('adds streams that sound at the same time', () => {
    const sound = lefts(
      run(1_000, (mixer, ms) => {
        mixer.take('a', pcmOf(960, 0.25), ms)
        if (ms >= 500) mixer.take('b', pcmOf(960, 0.5), ms)
      }),
    )
    expect(sound[(300 * rate) / 1_000]).toBeCloseTo(0.25)
    expect(sound[(700 * rate) / 1_000]).toBeCloseTo(0.75)
    // It was captured in the 20 ms before it arrived.
    expect(sound.findIndex((value) => value > 0.6) / 48).toBeCloseTo(480, 0)
  })

  it('loses nothing of a server that stood still, and comes back to the clock', () => {
    // Each piece has a value of its own; from 1 s to 1.7 s nothing arrives, then all of it.
    const pieces: number[] = []
    const blocks = run(40_000, (mixer, ms) => {
      const due = ms < 1_000 ? 1 : ms < 1_700 ? 0 : ms === 1_700 ? 36 : 1
      for (let n = 0; n < due; n += 1) {
        pieces.push(pieces.length)
        mixer.take('a', pcmOf(960, 0.1 + (pieces.length % 80) / 100), ms)
      }
    })
    const sound = lefts(blocks)
    // Every piece is in the mix, in order.
    const heard = sound.map((value) => Math.round((value - 0.1) * 100))
    const order = heard.filter((value, index) => value >= 0 && value !== heard[index - 1])
    const steps = order.filter(
      (value, index) => index > 0 && value !== ((order[index - 1] ?? 0) + 1) % 80,
    )
    expect(steps.length).toBeLessThanOrEqual(2)
    // The last piece arrived at the end, less what the mix is behind.
    const last = heard.at(-1) ?? NaN
    const behind = (pieces.length - last + 80) % 80
    expect(behind).toBeLessThanOrEqual(6)
  })

  it('waits for a stream that is late, and not for one that rests', () => {
    const late = run(600, (mixer, ms) => {
      if (ms <= 200) mixer.take('a', pcmOf(960, 0.5), ms)
      // 300 ms of sound come at once.
      if (ms === 500) for (let n = 0; n < 15; n += 1) mixer.take('a', pcmOf(960, 0.5), ms)
    })
    expect(
      lefts(late)
        .slice(960)
        .every((value) => value > 0.4),
    ).toBe(true)
    const rested = run(600, (mixer, ms) => {
      if (ms <= 200) mixer.take('a', pcmOf(960, 0.5), ms)
      if (ms === 220) mixer.rest('a')
    })
    expect(rested.length * 20).toBeGreaterThanOrEqual(520)
  })

  it('keeps what waits to be read while the process stood still', () => {
    const mixer = createMixer(0)
    const blocks: MixedBlock[] = []
    for (let ms = 0; ms <= 400; ms += 20) {
      mixer.take('a', pcmOf(960, 0.5), ms)
      blocks.push(...mixer.mixUntil(ms))
    }
    // The timer comes before what was sent during two seconds.
    blocks.push(...mixer.mixUntil(2_400))
    for (let n = 0; n < 100; n += 1) mixer.take('a', pcmOf(960, 0.5), 2_400)
    blocks.push(...mixer.mixUntil(2_420))
    const sound = lefts(blocks)
    expect(sound.length / 48).toBeGreaterThan(2_300)
    expect(sound.slice(960).every((value) => value > 0.4)).toBe(true)
  })

  it.each([
    ['faster', 961],
    ['slower', 959],
  ])('follows an output whose clock is %s by 0.1 %%', (_, samples) => {
    let taken = 0
    const blocks = run(60_000, (mixer, ms) => {
      // A click once a second of the computer's clock.
      const pcm = pcmOf(samples, 0)
      if (ms % 1_000 === 0) pcm.fill(0x40, 0, 400)
      taken += samples
      mixer.take('a', pcm, ms)
    })
    const sound = lefts(blocks)
    const clicks: number[] = []
    sound.forEach((value, index) => {
      if (value > 0.2 && (clicks.length === 0 || index - (clicks.at(-1) ?? 0) > 10_000))
        clicks.push(index)
    })
    expect(Math.abs(taken / 48 - 60_000)).toBeGreaterThan(40)
    const off = clicks.map((at) => Math.abs(((at / 48 + 500) % 1_000) - 500))
    expect(clicks.length).toBeGreaterThan(55)
    expect(Math.max(...off)).toBeLessThan(30)
  })
})
