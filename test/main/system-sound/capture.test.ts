import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startCapture, type CaptureState } from '../../../main/system-sound/capture'
import type { MixedBlock } from '../../../main/system-sound/mixer'
import type { PulseClient, RecordHandlers } from '../../../main/system-sound/pulse/client'
import type { Heard, SinkInput } from '../../../main/system-sound/pulse/messages'

const sinks = [{ index: 0, name: 'a', description: 'A', monitor: 1, monitorName: 'a.monitor' }]
const monitor = {
  index: 1,
  name: 'a.monitor',
  channels: 2,
  volume: 0x10000,
  muted: false,
  isMonitor: true,
}

function program(index: number, binary: string, corked = false): SinkInput {
  return { index, client: 0, sink: 0, corked, properties: { 'application.process.binary': binary } }
}

/** 20 ms of one value. */
const sound = (value: number) =>
  Buffer.from(Int16Array.from({ length: 1_920 }, () => value * 32_768).buffer)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function setUp(chosen: string | null = null) {
  const server = {
    inputs: [] as SinkInput[],
    refuses: false,
    source: monitor,
    opened: [] as number[],
  }
  const streams = new Map<string, RecordHandlers>()
  const stopped: string[] = []
  const client: Pick<PulseClient, 'sinkInputs' | 'sinks' | 'sources' | 'record' | 'openUp'> = {
    sinkInputs: () => Promise.resolve(server.inputs),
    sinks: () => Promise.resolve(sinks),
    sources: () => Promise.resolve([server.source]),
    record: (heard: Heard, handlers) => {
      const key = 'sinkInput' in heard ? `${heard.sinkInput}` : heard.monitorName
      if (server.refuses && 'sinkInput' in heard) return Promise.reject(new Error('refused'))
      streams.set(key, handlers)
      return Promise.resolve({
        stop: () => {
          stopped.push(key)
          streams.delete(key)
        },
      })
    },
    openUp: ({ index }) => {
      server.opened.push(index)
      return Promise.resolve()
    },
  }
  const blocks: MixedBlock[] = []
  const states: CaptureState[] = []
  const capture = startCapture({
    client: client as PulseClient,
    serverName: 'pulseaudio',
    chosen,
    isOwn: ({ properties }) => properties['application.process.binary'] === 'parley',
    onBlock: (block) => blocks.push(block),
    onState: (state) => states.push(state),
    now: () => performance.now(),
  })
  /** So much time, in which these streams sound. */
  const pass = async (ms: number, sounding: Record<string, number> = {}) => {
    for (let at = 0; at < ms; at += 20) {
      for (const [key, value] of Object.entries(sounding)) streams.get(key)?.onSound(sound(value))
      await vi.advanceTimersByTimeAsync(20)
    }
  }
  const change = async (inputs: SinkInput[]) => {
    server.inputs = inputs
    capture.changed()
    await pass(20)
  }
  const loudest = () =>
    Math.max(...blocks.splice(0).map(({ channels: [left] }) => Math.max(...left)))
  return { capture, server, streams, stopped, states, pass, change, loudest }
}

describe('startCapture', () => {
  it('records each program but Parley, and stops with the program', async () => {
    const { streams, stopped, pass, change, loudest } = setUp()
    await change([program(1, 'zoom'), program(2, 'parley'), program(3, 'firefox')])
    expect([...streams.keys()]).toEqual(['1', '3'])
    await pass(500, { 1: 0.25, 3: 0.25 })
    expect(loudest()).toBeCloseTo(0.5)
    await change([program(3, 'firefox')])
    expect(stopped).toEqual(['1'])
    await pass(500, { 3: 0.25 })
    loudest()
    await pass(500, { 3: 0.25 })
    expect(loudest()).toBeCloseTo(0.25)
  })

  it('asks again for a stream that the server ended, such as of a program that moved', async () => {
    const { streams, pass, change } = setUp()
    await change([program(1, 'zoom')])
    const first = streams.get('1')
    streams.delete('1')
    first?.onEnded()
    await pass(20)
    expect(streams.get('1')).not.toBe(undefined)
    expect(streams.get('1')).not.toBe(first)
  })

  it('mixes the chosen program only, and follows another choice', async () => {
    const { capture, states, pass, change, loudest } = setUp('zoom')
    await change([program(1, 'zoom'), program(3, 'firefox')])
    await pass(500, { 1: 0.25, 3: 0.5 })
    expect(loudest()).toBeCloseTo(0.25)
    await pass(12_000, { 3: 0.5 })
    expect(states.at(-1)?.unheard).toEqual({ kind: 'not-chosen', program: 'firefox' })
    capture.choose(null)
    await pass(2_000, { 3: 0.5 })
    expect(loudest()).toBeCloseTo(0.5)
    expect(states.at(-1)?.unheard).toBeNull()
  })

  it('hears the monitor of each output if a program cannot be heard by itself', async () => {
    const { server, streams, states, pass, change } = setUp()
    server.refuses = true
    await change([program(1, 'zoom')])
    await pass(3_000)
    expect([...streams.keys()]).toEqual(['a.monitor'])
    expect(states.at(-1)?.hearsOwn).toBe(true)
  })

  it('tells of a muted monitor, and unmutes it when asked', async () => {
    const { capture, server, states, pass, change } = setUp()
    server.source = { ...monitor, muted: true }
    await change([program(1, 'zoom')])
    await pass(7_000, { 1: 0 })
    expect(states.at(-1)?.unheard).toEqual({ kind: 'monitor-muted', device: 'A' })
    capture.openMonitors()
    expect(server.opened).toEqual([1])
  })

  it('stops every stream at its end', async () => {
    const { capture, streams, change } = setUp()
    await change([program(1, 'zoom'), program(3, 'firefox')])
    capture.stop()
    expect(streams.size).toBe(0)
  })
})
