import { describe, expect, it } from 'vitest'
import { fail, ok, type ErrorCode } from '../../../common/errors'
import type { AudioChunk, RecorderEvent, CapturedSource, WantedSource } from '../../../common/model'
import { frameSamples } from '../../../common/model/sound'
import type { Block } from '../../../renderer/recorder/capture/block'
import type { Device } from '../../../renderer/recorder/capture/device'
import type { Frame } from '../../../renderer/recorder/capture/frame-maker'
import { createSourcePipeline } from '../../../renderer/recorder/source-pipeline'
import type { AudioFrame } from '../../../renderer/recorder/streaming/backlog'

const zero = 1_000_000
const processing = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }

/** A pipeline whose device delivers a frame of 50 ms at each step of the clock. */
class Rig {
  at = zero
  refusal: ErrorCode | null = null
  plugged = true
  loud = true
  label = 'desk'
  /** Whether a last frame is left when a device goes away. */
  leftOver = false
  readonly events: RecorderEvent[] = []
  readonly chunks: AudioChunk[] = []
  /** The frames and the calls that each stream of the transcriber got. */
  readonly streams: { frames: AudioFrame[]; calls: string[] }[] = []
  private readonly timers = new Set<{ at: number; every: number | null; run: () => void }>()
  private device: { take: (block: Block) => void; end: () => void; closed: boolean } | null = null
  private readonly wanted: WantedSource

  readonly pipeline

  constructor(
    readonly source: CapturedSource = 'microphone',
    paused = false,
  ) {
    this.wanted = { source, deviceId: null, processing }
    this.pipeline = createSourcePipeline({
      wanted: this.wanted,
      zeroAt: zero,
      notBeforeMs: 0,
      paused,
      kind: {
        ended: 'microphone-ended',
        alwaysSounds: source === 'microphone',
        choose: () =>
          Promise.resolve({ key: this.label, deviceId: null, processing, substitute: false }),
        open: () => Promise.resolve(this.open()),
      },
      transcriber: {
        open: () => {
          const stream = { frames: [] as AudioFrame[], calls: [] as string[] }
          this.streams.push(stream)
          return {
            push: (frame) => void stream.frames.push(frame),
            pause: () => void stream.calls.push('pause'),
            resume: () => void stream.calls.push('resume'),
            online: () => undefined,
            stop: () => {
              stream.calls.push('stop')
              return Promise.resolve()
            },
          }
        },
      },
      deps: {
        now: () => this.at,
        after: (ms, run) => this.timer(ms, null, run),
        every: (ms, run) => this.timer(ms, ms, run),
        onDevicesChanged: () => () => undefined,
      },
      createFrameMaker: (emit) => this.frameMaker(emit),
      report: (event) => void this.events.push(event),
      send: (chunk) => void this.chunks.push(chunk),
      newId: () => 'gap',
    })
  }

  private frameMaker(emit: (frame: Frame) => void) {
    const give = (capturedAt: number, loud: boolean) => {
      const pcm = new Int16Array(frameSamples).fill(loud ? 1_000 : 0).buffer
      const peak = loud ? 0.1 : 0
      emit({ pcm, level: { rms: peak, peak, clipped: false }, capturedAt })
    }
    return {
      take: ({ capturedAt }: Block) => give(capturedAt, this.loud),
      fillWithSilence: () => give(this.at - 50, false),
      isSilent: false,
      finish: () => {
        if (this.leftOver) give(this.at - 50, this.loud)
      },
    }
  }

  private open() {
    if (this.refusal !== null) return fail(this.refusal)
    if (!this.plugged) return fail('no-microphone')
    const own = {
      take: (() => undefined) as (block: Block) => void,
      end: (): void => undefined,
      closed: false,
    }
    this.device = own
    const device: Device = {
      label: this.label,
      handTo: (take) => (own.take = take),
      whenEnded: (end) => (own.end = end),
      applyProcessing: () => Promise.resolve(true),
      close: () => (own.closed = true),
    }
    return ok(device)
  }

  private timer(ms: number, every: number | null, run: () => void): () => void {
    const timer = { at: this.at + ms, every, run }
    this.timers.add(timer)
    return () => this.timers.delete(timer)
  }

  unplug(): void {
    this.plugged = false
    this.device?.end()
    this.device = null
  }

  async pass(ms: number): Promise<void> {
    await this.rest()
    for (const until = this.at + ms; this.at < until;) {
      this.at += 50
      const { device } = this
      if (device !== null && !device.closed) {
        const channels = [new Float32Array(2_400)]
        device.take({ rate: 48_000, channels, capturedAt: this.at - 50 })
      }
      for (const timer of [...this.timers]) {
        if (timer.at > this.at) continue
        if (timer.every === null) this.timers.delete(timer)
        else timer.at += timer.every
        timer.run()
      }
      await this.rest()
    }
  }

  async rest(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }

  of<T extends RecorderEvent['type']>(type: T) {
    return this.events.filter((event): event is RecorderEvent & { type: T } => event.type === type)
  }

  /** The positions of the frames in ms, without those that follow the frame before. */
  jumps(frames: readonly { firstSample: number }[]): number[] {
    return frames
      .filter(
        (frame, index) =>
          frame.firstSample !== (frames[index - 1]?.firstSample ?? NaN) + frameSamples,
      )
      .map(({ firstSample }) => firstSample / 16)
  }
}

describe('a source that is on', () => {
  it('begins at its position on the time line and reports its device once it is heard', async () => {
    const rig = new Rig()
    rig.at += 120
    await rig.pass(1_000)
    expect(rig.chunks[0]?.firstSample).toBe(120 * 16)
    expect(rig.jumps(rig.chunks)).toEqual([120])
    expect(rig.of('capturing')).toMatchObject([{ label: 'desk', firstSample: 120 * 16 }])
    expect(rig.streams).toHaveLength(1)
  })

  it('does not count as recording while the device delivers only zeros, for 2 s at most', async () => {
    const rig = new Rig()
    rig.loud = false
    await rig.pass(1_900)
    expect(rig.of('capturing')).toEqual([])
    await rig.pass(100)
    expect(rig.of('capturing')).toHaveLength(1)
    // The zeros are recorded too.
    expect(rig.chunks).toHaveLength(40)
  })

  it('keeps the time line if the device goes away, with a gap that has the reason', async () => {
    const rig = new Rig()
    await rig.pass(1_000)
    rig.unplug()
    await rig.pass(3_000)
    rig.plugged = true
    await rig.pass(3_000)
    expect(rig.of('problem')[0]).toMatchObject({ error: { code: 'microphone-ended' } })
    const back = rig.jumps(rig.chunks)[1] ?? 0
    expect(back).toBeGreaterThanOrEqual(4_000)
    expect(back).toBeLessThan(6_100)
    expect(rig.of('gap').at(-1)?.gap).toMatchObject({
      startMs: 1_000,
      endMs: back,
      reason: 'device',
      sound: false,
    })
    // The transcriber gets silence for what is missing.
    expect(rig.streams).toHaveLength(1)
    expect(rig.jumps(rig.streams[0]?.frames ?? [])).toEqual([0])
    expect(rig.of('capturing')).toHaveLength(2)
  })

  it('is still away when the last frame of the old device comes', async () => {
    const rig = new Rig()
    rig.leftOver = true
    await rig.pass(1_000)
    // The computer was suspended, and the device is opened again at once.
    rig.at += 3_000
    rig.unplug()
    rig.plugged = true
    await rig.pass(3_000)
    const back = rig.jumps(rig.chunks)[1] ?? 0
    expect(rig.of('gap').at(-1)?.gap).toMatchObject({ startMs: 1_050, endMs: back })
  })

  it('continues in another session if much is missing', async () => {
    const rig = new Rig()
    await rig.pass(1_000)
    rig.at += 20_000
    rig.unplug()
    rig.plugged = true
    await rig.pass(1_000)
    expect(rig.streams.map(({ calls }) => calls)).toEqual([['stop'], []])
    const first = rig.streams[1]?.frames[0]?.firstSample ?? 0
    expect(first / 16).toBeGreaterThanOrEqual(20_000)
    expect(rig.jumps(rig.streams[1]?.frames ?? [])).toEqual([first / 16])
  })

  it('keeps the time line if the device loses sound, with a gap if it is long', async () => {
    const rig = new Rig()
    await rig.pass(1_000)
    // The clock advances, and the device does not report the loss.
    rig.at += 150
    await rig.pass(1_000)
    expect(rig.jumps(rig.chunks)).toEqual([0])
    rig.at += 1_150
    await rig.pass(1_000)
    expect(rig.jumps(rig.chunks)).toEqual([0, 3_300])
    expect(rig.of('gap').map(({ gap }) => [gap.startMs, gap.endMs])).toEqual([[2_000, 3_300]])
    expect(rig.of('problem')).toEqual([])
  })

  it('has a gap for a quarter of a second, which can contain a word', async () => {
    const rig = new Rig()
    await rig.pass(1_000)
    rig.at += 250
    await rig.pass(1_500)
    const [gap] = rig.of('gap')
    expect((gap?.gap.endMs ?? 0) - (gap?.gap.startMs ?? 0)).toBe(250)
  })

  it('ends its session while it is away for long, and opens a new one when it is heard again', async () => {
    const rig = new Rig()
    await rig.pass(1_000)
    rig.unplug()
    await rig.pass(12_000)
    expect(rig.streams.map(({ calls }) => calls)).toEqual([['stop']])
    // It is reported while it lasts, so that a crash does not lose it.
    expect(rig.of('gap').at(-1)?.gap.endMs).toBeGreaterThanOrEqual(11_000)
    rig.plugged = true
    await rig.pass(3_000)
    expect(rig.streams).toHaveLength(2)
    expect(rig.streams[1]?.frames[0]?.firstSample).toBeGreaterThan(13_000 * 16)
    expect(new Set(rig.of('gap').map(({ gap }) => gap.id)).size).toBe(1)
  })

  it('has no session and no gap without a device, and begins once there is one', async () => {
    const rig = new Rig()
    rig.plugged = false
    await rig.pass(5_000)
    expect(rig.streams.map(({ calls }) => calls)).toEqual([['stop']])
    rig.plugged = true
    await rig.pass(3_000)
    expect(rig.chunks[0]?.firstSample).toBeGreaterThanOrEqual(5_000 * 16)
    expect(rig.streams).toHaveLength(2)
    expect(rig.of('gap')).toEqual([])
  })

  it('begins with silence if it is system audio and nothing plays', async () => {
    const rig = new Rig('system')
    rig.loud = false
    await rig.rest()
    await rig.pass(100)
    expect(rig.of('capturing')).toMatchObject([{ source: 'system' }])
  })

  it('leaves many pauses out of the time line', async () => {
    const rig = new Rig()
    let pausedMs = 0
    for (let pause = 0; pause < 5; pause += 1) {
      await rig.pass(1_000)
      rig.pipeline.pause()
      const before = rig.chunks.length
      await rig.pass(7_000)
      pausedMs += 7_000
      expect(rig.chunks).toHaveLength(before)
      rig.pipeline.resume(zero + pausedMs)
      await rig.rest()
    }
    await rig.pass(1_000)
    expect(rig.jumps(rig.chunks)).toEqual([0])
    expect((rig.chunks.at(-1)?.firstSample ?? 0) / 16 + 50).toBe(6_000)
    expect(rig.streams).toHaveLength(1)
    expect(rig.streams[0]?.calls).toEqual(
      Array.from({ length: 5 }, () => ['pause', 'resume']).flat(),
    )
    expect(rig.of('gap')).toEqual([])
  })

  it('opens nothing if it begins in a pause', async () => {
    const rig = new Rig('microphone', true)
    await rig.pass(5_000)
    expect([rig.streams, rig.chunks]).toEqual([[], []])
    rig.pipeline.resume(zero + 5_000)
    await rig.rest()
    await rig.pass(500)
    expect(rig.chunks[0]?.firstSample).toBe(0)
  })

  it('ends cleanly when it is switched off, also while it is away', async () => {
    const rig = new Rig()
    await rig.pass(1_000)
    rig.unplug()
    await rig.pass(2_000)
    await rig.pipeline.stop()
    expect(rig.streams[0]?.calls).toEqual(['stop'])
    expect(rig.of('gap').at(-1)?.gap).toMatchObject({ startMs: 1_000, endMs: 3_000 })
    const reported = rig.events.length
    rig.plugged = true
    await rig.pass(20_000)
    expect(rig.events).toHaveLength(reported)
  })
})
