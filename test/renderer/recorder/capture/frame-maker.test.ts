import { describe, expect, it } from 'vitest'
import { createFrameMaker, type Frame } from '../../../../renderer/recorder/capture/frame-maker'
import { joinLevels } from '../../../../renderer/recorder/capture/level'
import { toPcm } from '../../../../renderer/recorder/capture/pcm'
import { lineAt, tone } from './tones'

function framesOf(rate: number, channels: readonly Float32Array[], length: number): Frame[] {
  const frames: Frame[] = []
  const maker = createFrameMaker((frame) => frames.push(frame))
  for (let at = 0; at < length; at += 128) {
    const block = Math.min(128, length - at)
    maker.push(
      rate,
      channels.map((channel) => channel.subarray(at, at + block)),
      block,
    )
  }
  maker.finish()
  return frames
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
    expect(frames).toHaveLength(20)
    expect(frames.every(({ pcm }) => pcm.byteLength === 1_600)).toBe(true)
    expect(lineAt(soundOf(frames).subarray(800, 15_200), 500, 16_000).amplitude).toBeCloseTo(0.5, 2)
  })

  it('keep every sample in order: the length is that of the sound, padded to 50 ms', () => {
    const length = 48_000 * 3 + 17
    const frames = framesOf(48_000, [tone(440, 48_000, length)], length)
    expect(frames).toHaveLength(61)
    const sound = soundOf(frames)
    expect(sound.subarray(48_010).every((value) => value === 0)).toBe(true)
    const { phase } = lineAt(sound.subarray(32_000, 48_000), 440, 16_000)
    expect(Math.abs(Math.sin((phase - 2 * Math.PI * 440 * 2) / 2))).toBeLessThan(0.001)
  })

  it('are silence where the device gives no channel, and the count goes on', () => {
    const frames: Frame[] = []
    const maker = createFrameMaker((frame) => frames.push(frame))
    for (let block = 0; block < 375; block += 1) maker.push(48_000, [], 128)
    maker.finish()
    expect(frames).toHaveLength(20)
    expect(frames.every(({ level }) => level.peak === 0 && !level.clipped)).toBe(true)
  })

  it('hold the mean of the channels', () => {
    const left = new Float32Array(16_000).fill(0.5)
    const right = new Float32Array(16_000).fill(-0.25)
    const [frame] = framesOf(16_000, [left, right], 16_000)
    expect(new Int16Array(frame!.pcm)[100]).toBe(4_096)
    expect(frame!.level.peak).toBe(0.5)
    expect(frame!.level.rms).toBeCloseTo(0.125, 6)
  })

  it('survive a change in the number of channels', () => {
    const frames: Frame[] = []
    const maker = createFrameMaker((frame) => frames.push(frame))
    const half = new Float32Array(400).fill(0.5)
    maker.push(16_000, [half], 400)
    maker.push(16_000, [], 400)
    maker.finish()
    expect([...new Int16Array(frames[0]!.pcm)].filter((value) => value === 16_384)).toHaveLength(
      400,
    )
  })
})

describe('levels', () => {
  it('tell rms, peak and clipping of what the device gave', () => {
    const [quiet] = framesOf(48_000, [tone(1_000, 48_000, 2_400)], 2_400)
    expect(quiet!.level.rms).toBeCloseTo(0.5 / Math.SQRT2, 2)
    expect(quiet!.level.peak).toBeCloseTo(0.5, 3)
    expect(quiet!.level.clipped).toBe(false)
    const loud = tone(1_000, 48_000, 2_400).map((value) => Math.min(1, Math.max(-1, value * 5)))
    expect(framesOf(48_000, [loud], 2_400)[0]!.level).toMatchObject({ peak: 1, clipped: true })
  })

  it('see that one channel of two is clipped', () => {
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

  it('are silence where a device gives no number', () => {
    expect([...new Int16Array(toPcm(Float32Array.from([NaN, Infinity, -Infinity])))]).toEqual([
      0, 32_767, -32_768,
    ])
  })
})
