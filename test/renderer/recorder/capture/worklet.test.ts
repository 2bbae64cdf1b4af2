import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { WorkletReport } from '../../../../renderer/recorder/capture/worklet-messages'

interface Processor {
  port: { onmessage: ((event: { data: unknown }) => void) | null }
  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean
}

const reports: WorkletReport[] = []
const transfers: unknown[] = []
let Registered: new () => Processor
const outputs = [[new Float32Array(128)]]

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
  vi.stubGlobal('sampleRate', 48_000)
  vi.stubGlobal('currentFrame', 96_000)
  vi.stubGlobal('registerProcessor', (_name: string, processor: new () => Processor) => {
    Registered = processor
  })
  await import('../../../../renderer/recorder/capture/worklet')
})

beforeEach(() => {
  reports.length = 0
  transfers.length = 0
})

const contextTimes = () =>
  reports.flatMap((report) => (report.type === 'frame' ? [report.contextTime] : []))

describe('the worklet', () => {
  it('hands on frames with the time of their first sample, and gives their memory away', () => {
    const processor = new Registered()
    for (let block = 0; block < 60; block += 1) {
      expect(processor.process([[new Float32Array(128)]], outputs)).toBe(true)
    }
    expect(contextTimes()).toEqual([2, 2.05, 2.1])
    expect(transfers).toHaveLength(3)
  })

  it('goes on through an input without channels and without blocks, as silence', () => {
    const processor = new Registered()
    for (let block = 0; block < 375; block += 1) {
      const inputs = block % 3 === 0 ? [] : block % 3 === 1 ? [[]] : [[new Float32Array(128)]]
      expect(processor.process(inputs, outputs)).toBe(true)
    }
    expect(reports.length).toBeGreaterThanOrEqual(19)
  })

  it('sends what is left, padded, and ends', () => {
    const processor = new Registered()
    processor.process([[new Float32Array(128).fill(0.5)]], outputs)
    processor.port.onmessage?.({ data: 'finish' })
    expect(reports.map(({ type }) => type)).toEqual(['frame', 'finished'])
    expect(processor.process([[new Float32Array(128)]], outputs)).toBe(false)
    processor.port.onmessage?.({ data: 'finish' })
    expect(reports).toHaveLength(2)
  })
})
