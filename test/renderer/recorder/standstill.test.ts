import { describe, expect, it } from 'vitest'
import { ok } from '../../../preload/errors'
import type { AudioChunk, RecorderEvent, WantedSource } from '../../../preload/model'
import { frameSamples } from '../../../preload/model/sound'
import type { Block } from '../../../renderer/recorder/capture/blocks'
import { createLane } from '../../../renderer/recorder/lane'

const startedAt = 1_000_000
const processing = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }
const wanted: WantedSource = { source: 'microphone', deviceId: null, processing }

/** A lane whose device gives what the test says, a frame for each block. */
async function setUp() {
  const events: RecorderEvent[] = []
  const chunks: AudioChunk[] = []
  const pushed: number[] = []
  const opened: number[] = []
  let now = startedAt
  let give: (block: Block) => void = () => undefined
  const never = () => () => undefined
  const lane = createLane({
    wanted,
    startedAt,
    paused: false,
    kind: {
      plan: async () => ({
        key: 'one',
        processing,
        substitute: false,
        open: async () =>
          ok({
            label: 'USB',
            handTo: (take) => (give = take),
            whenEnded: () => undefined,
            process: async () => true,
            close: () => undefined,
          }),
      }),
      ended: 'microphone-ended',
      failed: 'microphone-failed',
      alwaysSounds: true,
    },
    words: {
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
    world: { now: () => 0, every: never, after: never, onDevices: never },
    createFrames: ({ onFrame }) => ({
      take: ({ capturedAt }) =>
        onFrame(
          {
            pcm: new ArrayBuffer(frameSamples * 2),
            level: { peak: 0.5, rms: 0.1, clipped: false },
          },
          capturedAt,
        ),
      beQuiet: () => undefined,
      finish: async () => undefined,
    }),
    emit: (event) => events.push(event),
    send: (chunk) => chunks.push(chunk),
    newId: () => 'gap-1',
    now: () => now,
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
        now = startedAt + at + 50
        give({ rate: 16_000, channels: [new Float32Array(800)], capturedAt: startedAt + at })
      }
      await soon()
    },
    stop: () => lane.stop(),
  }
}

describe('a device that stood still, as with the whole app', () => {
  it('is heard at its place afterwards, with a gap for what nobody captured', async () => {
    const lane = await setUp()
    await lane.hear(100, 150, 2_200, 2_250)
    expect(lane.at()).toEqual([100, 150, 2_200, 2_250])
    expect(lane.gaps()).toMatchObject([
      { startMs: 200, endMs: 2_200, reason: 'device', sound: false },
    ])
    // The session goes on, with silence in between.
    expect(lane.opened).toHaveLength(1)
    expect(lane.pushed).toHaveLength(4 + 2_000 / 50)
    await lane.stop()
  })

  it('ends its session where that was long', async () => {
    const lane = await setUp()
    await lane.hear(100, 150, 20_200)
    expect(lane.at()).toEqual([100, 150, 20_200])
    expect(lane.gaps()).toMatchObject([{ startMs: 200, endMs: 20_200 }])
    expect(lane.opened).toEqual([0, 3])
    expect(lane.pushed).toHaveLength(3)
    await lane.stop()
  })

  it('is not what blocks look like that come a little late', async () => {
    const lane = await setUp()
    await lane.hear(100, 150, 500, 550)
    expect(lane.at()).toEqual([100, 150, 200, 250])
    expect(lane.gaps()).toEqual([])
    await lane.stop()
  })
})
