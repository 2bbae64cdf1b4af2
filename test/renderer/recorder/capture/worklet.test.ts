import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type {
  WorkletOrder,
  WorkletReport,
} from '../../../../renderer/recorder/capture/worklet-messages'

interface Processor {
  port: { onmessage: ((event: { data: WorkletOrder }) => void) | null }
  process(): boolean
}

const reports: WorkletReport[] = []
const transfers: unknown[] = []
let Registered: new () => Processor

beforeAll(async () => {
  class AudioWorkletProcessor {
    readonly port = {
      onmessage: null,
      postMessage: (report: WorkletReport, transfer: unknown[]) => {
        reports.push(report)
        transfers.push(...transfer)
      },
    }
  }
  vi.stubGlobal('AudioWorkletProcessor', AudioWorkletProcessor)
  vi.stubGlobal('registerProcessor', (_name: string, processor: new () => Processor) => {
    Registered = processor
  })
  await import('../../../../renderer/recorder/capture/worklet')
})

beforeEach(() => {
  reports.length = 0
  transfers.length = 0
  clock(0)
})

function clock(seconds: number): void {
  vi.stubGlobal('currentTime', seconds)
}

/** 10 ms of a constant. */
function give(processor: Processor, rate = 48_000, value = 0.5): void {
  const channels = [new Float32Array(rate / 100).fill(value)]
  processor.port.onmessage?.({ data: { type: 'block', rate, channels } })
}

function sound(): number[] {
  return reports.flatMap((report) =>
    report.type === 'frame' ? [...new Int16Array(report.frame.pcm)] : [],
  )
}

describe('the worklet', () => {
  it('makes frames of blocks and gives their memory away', () => {
    const processor = new Registered()
    for (let block = 0; block < 16; block += 1) give(processor)
    expect(reports.map(({ type }) => type)).toEqual(['frame', 'frame', 'frame'])
    expect(transfers).toHaveLength(3)
  })

  it('adds nothing to what a device gives late and in lumps', () => {
    const processor = new Registered()
    for (let second = 1; second <= 10; second += 1) {
      clock(second)
      expect(processor.process()).toBe(true)
      for (let block = 0; block < 100; block += 1) give(processor)
    }
    processor.port.onmessage?.({ data: { type: 'finish' } })
    expect(sound()).toHaveLength(160_000)
    expect(
      sound()
        .slice(100, 159_900)
        .every((value) => value === 16_384),
    ).toBe(true)
  })

  it('goes on with silence, as long as it lasts, when the device gives nothing any more', () => {
    const processor = new Registered()
    for (let block = 0; block < 100; block += 1) give(processor)
    for (let quantum = 0; quantum < 3_750; quantum += 1) {
      clock((quantum * 128) / 48_000)
      expect(processor.process()).toBe(true)
    }
    const seconds = sound().length / 16_000
    expect(seconds).toBeGreaterThan(10.9)
    expect(seconds).toBeLessThanOrEqual(11)
    expect(
      sound()
        .slice(16_200)
        .every((value) => value === 0),
    ).toBe(true)
    give(processor)
    clock(11)
    processor.process()
    expect(sound().length / 16_000).toBeLessThan(11.1)
  })

  it('follows a device that changes its rate', () => {
    const processor = new Registered()
    for (let block = 0; block < 100; block += 1) give(processor, 48_000)
    for (let block = 0; block < 100; block += 1) give(processor, 16_000)
    processor.port.onmessage?.({ data: { type: 'finish' } })
    expect(sound()).toHaveLength(32_000)
  })

  it('puts nothing between the last sample of one rate and the first of the next', () => {
    const processor = new Registered()
    for (const rate of [48_000, 16_000, 44_100, 8_000, 96_000]) {
      for (let block = 0; block < 7; block += 1) give(processor, rate)
    }
    processor.port.onmessage?.({ data: { type: 'finish' } })
    expect(sound()).toHaveLength(5_600)
  })

  it('waits for the first sound of the device', () => {
    const processor = new Registered()
    clock(60)
    expect(processor.process()).toBe(true)
    expect(reports).toEqual([])
  })

  it('sends what is left, padded, and ends', () => {
    const processor = new Registered()
    give(processor)
    processor.port.onmessage?.({ data: { type: 'finish' } })
    expect(reports.map(({ type }) => type)).toEqual(['frame', 'finished'])
    expect(processor.process()).toBe(false)
    processor.port.onmessage?.({ data: { type: 'finish' } })
    give(processor)
    expect(reports).toHaveLength(2)
  })
})
