import { describe, expect, it } from 'vitest'
import { createFrameMaker, type Frame } from '../../../../renderer/recorder/capture/frame-maker'
import { joinLevels } from '../../../../renderer/audio/level'
import { toPcm } from '../../../../renderer/audio/pcm'
import { lineAt, tone } from './tones'

/** A frame maker on a clock that the test sets. */
class Rig {
  readonly frames: Frame[] = []
  nowMs = 0
  private fill: () => void = () => undefined
  readonly maker

  constructor(emptySince: number | null = null) {
    this.maker = createFrameMaker({
      emit: (frame) => this.frames.push(frame),
      emptySince,
      now: () => this.nowMs,
      every: (_ms, run) => {
        this.fill = run
        return () => (this.fill = () => undefined)
      },
    })
  }

  /** The device delivers a block of these channels. */
  give(rate: number, channels: readonly Float32Array[]): void {
    this.maker.take({ rate, channels, capturedAt: this.nowMs }, 1)
  }

  /** Lets time pass while the device delivers nothing. */
  wait(ms: number): void {
    for (const until = this.nowMs + ms; this.nowMs < until;) {
      this.nowMs += 50
      this.fill()
    }
  }

  get sound(): number[] {
    return this.frames.flatMap(({ pcm }) => [...new Int16Array(pcm)])
  }
}

/** The silence before the first sample of a device, in samples: 8 ms. */
const lead = 128
const constant = (length: number, value = 0.5) => new Float32Array(length).fill(value)

function framesOf(rate: number, channels: readonly Float32Array[], length: number): Frame[] {
  const rig = new Rig()
  for (let at = 0; at < length; at += 128) {
    const end = Math.min(length, at + 128)
    rig.give(
      rate,
      channels.map((channel) => channel.subarray(at, end)),
    )
  }
  rig.maker.finish()
  return rig.frames
}

function soundOf(frames: readonly Frame[]): Float32Array {
  return Float32Array.from(
    frames.flatMap(({ pcm }) => [...new Int16Array(pcm)]),
    (value) => value / 32_768,
  )
}

describe('frames', () => {
  it.each([8_000, 16_000, 44_100, 48_000, 96_000])('are 1,600 bytes each, from %i Hz', (rate) => {
    const frames = framesOf(rate, [tone(500, rate, rate)], rate)
    expect(frames).toHaveLength(21)
    expect(frames.every(({ pcm }) => pcm.byteLength === 1_600)).toBe(true)
    expect(lineAt(soundOf(frames).subarray(800, 15_200), 500, 16_000).amplitude).toBeCloseTo(0.5, 2)
  })

  it('contain every sample in order after 8 ms of silence, padded to 50 ms', () => {
    const length = 48_000 * 3 + 17
    const frames = framesOf(48_000, [tone(440, 48_000, length)], length)
    expect(frames).toHaveLength(61)
    const all = soundOf(frames)
    expect(all.subarray(0, lead - 60).every((value) => value === 0)).toBe(true)
    const sound = all.subarray(lead)
    expect(sound.subarray(48_010).every((value) => value === 0)).toBe(true)
    const { phase } = lineAt(sound.subarray(32_000, 48_000), 440, 16_000)
    expect(Math.abs(Math.sin((phase - 2 * Math.PI * 440 * 2) / 2))).toBeLessThan(0.001)
  })

  it('contain the mean of the channels', () => {
    const left = new Float32Array(16_000).fill(0.5)
    const right = new Float32Array(16_000).fill(0.25)
    const [frame] = framesOf(16_000, [left, right], 16_000)
    expect(new Int16Array(frame!.pcm)[lead + 100]).toBe(12_288)
    expect(frame!.level.peak).toBe(0.5)
    expect(frame!.level.rms).toBeCloseTo(0.375, 6)
  })

  it('contain two channels in opposite phase at the level of one', () => {
    const left = tone(400, 48_000, 48_000)
    const right = left.map((value) => -value)
    const energy = (sound: Float32Array) => sound.reduce((sum, value) => sum + value * value, 0)
    const level = (...channels: Float32Array[]) =>
      energy(soundOf(framesOf(48_000, channels, left.length)))
    expect(level(left, right) / level(left)).toBeGreaterThan(0.9)
  })

  it('survive a change in the number of channels', () => {
    const rig = new Rig()
    rig.give(16_000, [constant(400)])
    rig.give(16_000, [constant(400), constant(400)])
    rig.maker.finish()
    expect(rig.sound.slice(lead + 60, lead + 740).every((value) => value === 16_384)).toBe(true)
  })

  it.each([
    [1_000, 8, 50],
    [992, 8, 50],
    [980, 18, 40],
    [965, 28, 30],
    [500, 48, 10],
  ])('begin with the silence since %i ms: %i ms of it', (emptySince, leadMs, firstFrameMs) => {
    const rig = new Rig(emptySince)
    for (rig.nowMs = 1_000; rig.frames.length === 0; rig.nowMs += 10) {
      rig.give(48_000, [constant(480)])
    }
    expect(rig.frames[0]?.capturedAt).toBe(1_000 - leadMs)
    expect(rig.nowMs - 1_000).toBe(firstFrameMs)
    const first = rig.sound.findIndex((value) => value > 8_000)
    expect(Math.abs(first - leadMs * 16)).toBeLessThan(60)
  })

  it('carry the time of capture of their first sample', () => {
    const rig = new Rig()
    for (rig.nowMs = 1_000; rig.nowMs < 1_200; rig.nowMs += 10) rig.give(48_000, [constant(480)])
    rig.maker.finish()
    expect(rig.frames.map(({ capturedAt }) => capturedAt)).toEqual([
      992, 1_042, 1_092, 1_142, 1_192,
    ])
  })

  it.each([16_000, 44_100, 48_000, 96_000])(
    'end where a block of %i Hz is complete, and do not wait for the next one',
    (rate) => {
      const rig = new Rig()
      const after: number[] = []
      for (let block = 0; block < 20; block += 1) {
        rig.give(rate, [constant(rate / 100)])
        after.push(rig.frames.length)
      }
      expect(after).toEqual(Array.from({ length: 20 }, (_, block) => Math.floor((block + 1) / 5)))
    },
  )

  it('contain nothing more if the device delivers late and in bursts', () => {
    const rig = new Rig()
    for (let second = 1; second <= 10; second += 1) {
      rig.wait(1_000)
      for (let block = 0; block < 100; block += 1) rig.give(48_000, [constant(480)])
    }
    rig.maker.finish()
    expect(rig.sound).toHaveLength(160_800)
    expect(rig.sound.slice(lead + 100, lead + 159_900).every((value) => value === 16_384)).toBe(
      true,
    )
  })

  it('continue with silence, at the speed of the clock, while the device delivers nothing', () => {
    const rig = new Rig()
    for (let block = 0; block < 100; block += 1) rig.give(48_000, [constant(480)])
    rig.wait(10_000)
    const seconds = rig.sound.length / 16_000
    expect(seconds).toBeGreaterThan(10.9)
    expect(seconds).toBeLessThanOrEqual(11)
    expect(rig.sound.slice(16_200).every((value) => value === 0)).toBe(true)
    rig.give(48_000, [constant(480)])
    rig.wait(50)
    expect(rig.sound.length / 16_000).toBeLessThan(11.1)
  })

  it('follow a device that changes its rate, with nothing between the two rates', () => {
    const rig = new Rig()
    for (const rate of [48_000, 16_000, 44_100, 8_000, 96_000]) {
      for (let block = 0; block < 7; block += 1) rig.give(rate, [constant(rate / 100)])
    }
    rig.maker.finish()
    expect(rig.sound).toHaveLength(6_400)
    expect(rig.sound.slice(lead + 5_700).every((value) => value === 0)).toBe(true)
  })

  it('wait for the first sound of the device, unless silence is asked for', () => {
    const rig = new Rig()
    rig.wait(60_000)
    expect(rig.frames).toEqual([])
    rig.maker.fillWithSilence()
    rig.wait(1_000)
    expect(rig.frames.length).toBeGreaterThanOrEqual(18)
    expect(rig.sound.every((value) => value === 0)).toBe(true)
  })

  it('end with what is left, padded', () => {
    const rig = new Rig()
    rig.give(48_000, [constant(480)])
    rig.maker.finish()
    expect(rig.frames).toHaveLength(1)
    rig.wait(5_000)
    expect(rig.frames).toHaveLength(1)
  })
})

describe('levels', () => {
  it('have rms, peak and clipping of what the device delivered', () => {
    const [quiet] = framesOf(48_000, [tone(1_000, 48_000, 2_400)], 2_400)
    expect(quiet!.level.rms).toBeCloseTo(0.5 / Math.SQRT2, 2)
    expect(quiet!.level.peak).toBeCloseTo(0.5, 3)
    expect(quiet!.level.clipped).toBe(false)
    const loud = tone(1_000, 48_000, 2_400).map((value) => Math.min(1, Math.max(-1, value * 5)))
    expect(framesOf(48_000, [loud], 2_400)[0]!.level).toMatchObject({ peak: 1, clipped: true })
  })

  it('show that one channel of two is clipped', () => {
    const quiet = new Float32Array(800)
    const full = new Float32Array(800).fill(1)
    expect(framesOf(16_000, [quiet, full], 800)[0]!.level.clipped).toBe(true)
  })

  it('join to one of the same power', () => {
    const a = { rms: 0.3, peak: 0.4, clipped: false }
    const b = { rms: 0.4, peak: 1, clipped: true }
    expect(joinLevels([a, b])).toEqual({ rms: Math.sqrt(0.125), peak: 1, clipped: true })
  })
})

describe('16-bit samples', () => {
  it('are clipped, never wrapped, and rounded', () => {
    const samples = Float32Array.from([0, 1, -1, 1.7, -1.7, 0.5, 0.6 / 32_768, -0.6 / 32_768])
    const values = [...new Int16Array(toPcm(samples))]
    expect(values).toEqual([0, 32_767, -32_768, 32_767, -32_768, 16_384, 1, -1])
  })

  it('are silence if a device delivers something that is not a number', () => {
    expect([...new Int16Array(toPcm(Float32Array.from([NaN, Infinity, -Infinity])))]).toEqual([
      0, 32_767, -32_768,
    ])
  })
})
