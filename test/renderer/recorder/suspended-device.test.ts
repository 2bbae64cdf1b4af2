import { describe, expect, it } from 'vitest'
import { ok } from '../../../common/errors'
import type { AudioChunk, RecorderEvent, WantedSource } from '../../../common/model'
import { frameSamples } from '../../../common/model/sound'
import type { Block } from '../../../renderer/recorder/capture/block'
import { createSourcePipeline } from '../../../renderer/recorder/source-pipeline'

const zeroAt = 1_000_000
const processing = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }
const wanted: WantedSource = { source: 'microphone', deviceId: null, processing }

/** A pipeline whose device delivers what the test says, a frame for each block. */
async function setUp() {
  const events: RecorderEvent[] = []
  const chunks: AudioChunk[] = []
  const pushed: number[] = []
  const opened: number[] = []
  let now = zeroAt
  let give: (block: Block) => void = () => undefined
  const never = () => () => undefined
  const pipeline = createSourcePipeline({
    wanted,
    zeroAt,
    notBeforeMs: 0,
    paused: false,
    kind: {
      choose: async () => ({ key: 'one', deviceId: null, processing, substitute: false }),
      open: async () =>
        ok({
          label: 'USB',
          handTo: (take) => (give = take),
          whenEnded: () => undefined,
          applyProcessing: async () => true,
          close: () => undefined,
        }),
      ended: 'microphone-ended',
      alwaysSounds: true,
    },
    transcriber: {
      open: () => {
        opened.push(chunks.length)
        return {
          push: ({ firstSample }) => pushed.push(firstSample),
          pause: () => undefined,
          resume: () => undefined,
          online: () => undefined,
          stop: async () => undefined,
        }
      },
    },
    deps: { now: () => now, every: never, after: never, onDevicesChanged: never },
    createFrameMaker: (emit) => ({
      take: ({ capturedAt }) =>
        emit({
          pcm: new ArrayBuffer(frameSamples * 2),
          level: { peak: 0.5, rms: 0.1, clipped: false },
          capturedAt,
        }),
      fillWithSilence: () => undefined,
      isSilent: false,
      finish: () => undefined,
    }),
    report: (event) => events.push(event),
    send: (chunk) => chunks.push(chunk),
    newId: () => 'gap-1',
  })
  const soon = () => new Promise((resolve) => setTimeout(resolve, 5))
  await soon()
  return {
    pushed,
    opened,
    at: () => chunks.map(({ firstSample }) => firstSample / 16),
    gaps: () => events.flatMap((event) => (event.type === 'gap' ? [event.gap] : [])),
    /** 50 ms of sound, captured so many ms after the start of the recording. */
    hear: async (...ms: readonly number[]) => {
      for (const at of ms) {
        now = zeroAt + at + 50
        give({ rate: 16_000, channels: [new Float32Array(800)], capturedAt: zeroAt + at })
      }
      await soon()
    },
    stop: () => pipeline.stop(),
  }
}

describe('a device that was suspended, as with the whole app', () => {
  it('continues at the right position, with a gap for what was not captured', async () => {
    const source = await setUp()
    await source.hear(100, 150, 2_200, 2_250)
    expect(source.at()).toEqual([100, 150, 2_200, 2_250])
    expect(source.gaps()).toMatchObject([
      { startMs: 200, endMs: 2_200, reason: 'device', sound: false },
    ])
    // The session continues, with silence in between.
    expect(source.opened).toHaveLength(1)
    expect(source.pushed).toHaveLength(4 + 2_000 / 50)
    await source.stop()
  })

  it('ends its session if that was long', async () => {
    const source = await setUp()
    await source.hear(100, 150, 20_200)
    expect(source.at()).toEqual([100, 150, 20_200])
    expect(source.gaps()).toMatchObject([{ startMs: 200, endMs: 20_200 }])
    expect(source.opened).toEqual([0, 3])
    expect(source.pushed).toHaveLength(3)
    await source.stop()
  })

  it('is not assumed if blocks come a little late', async () => {
    const source = await setUp()
    await source.hear(100, 150, 500, 550)
    expect(source.at()).toEqual([100, 150, 200, 250])
    expect(source.gaps()).toEqual([])
    await source.stop()
  })
})
