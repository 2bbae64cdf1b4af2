import { describe, expect, it, vi } from 'vitest'
import { fail, ok, type ErrorCode, type Result } from '../../../../common/errors'
import type { WantedSource } from '../../../../common/model'
import type { Block } from '../../../../renderer/recorder/capture/block'
import type { Device } from '../../../../renderer/recorder/capture/device'
import {
  createDeviceSupervisor,
  type DeviceSupervisor,
} from '../../../../renderer/recorder/capture/device-supervisor'
import type { SourceKind } from '../../../../renderer/recorder/capture/source-kinds'

const block: Block = { rate: 48_000, channels: [], capturedAt: 0 }
const processing = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }
const wanted: WantedSource = { source: 'microphone', deviceId: null, processing }

interface FakeDevice extends Device {
  give(): void
  end(): void
  closed: boolean
}

/** A computer whose devices are a list of names; the first is the default. */
class Computer {
  nowMs = 0
  plugged: string[]
  refusal: ErrorCode | null = null
  processes = true
  readonly opened: FakeDevice[] = []
  readonly reported: string[] = []
  private readonly timers = new Set<{ at: number; every: number | null; run: () => void }>()
  private readonly watchers = new Set<() => void>()

  readonly kind: SourceKind = {
    ended: 'microphone-ended',
    alwaysSounds: true,
    choose: ({ deviceId, processing: asked }) => {
      const chosen = this.plugged.find((name) => name === deviceId)
      const name = chosen ?? this.plugged[0] ?? ''
      return Promise.resolve({
        key: name,
        deviceId,
        processing: asked,
        substitute: deviceId !== null && chosen === undefined,
      })
    },
    open: ({ key }) => Promise.resolve(this.open(key)),
  }

  readonly supervisor: DeviceSupervisor

  constructor(plugged = ['desk']) {
    this.plugged = plugged
    this.supervisor = createDeviceSupervisor({
      kind: this.kind,
      wanted,
      handlers: {
        onBlock: () => void this.reported.push('block'),
        onOpened: ({ label }, substitute) =>
          void this.reported.push(substitute ? `${label} instead` : label),
        onAway: ({ code }) => void this.reported.push(code),
      },
      deps: {
        now: () => this.nowMs,
        after: (ms, run) => this.timer(ms, null, run),
        every: (ms, run) => this.timer(ms, ms, run),
        onDevicesChanged: (run) => {
          this.watchers.add(run)
          return () => this.watchers.delete(run)
        },
      },
    })
  }

  private open(label: string): Result<Device> {
    if (this.refusal !== null) return fail(this.refusal)
    if (label === '') return fail('no-microphone')
    let take: (given: Block) => void = () => undefined
    let ended: () => void = () => undefined
    const device: FakeDevice = {
      label,
      closed: false,
      handTo: (taker) => (take = taker),
      whenEnded: (report) => (ended = report),
      applyProcessing: () => Promise.resolve(this.processes),
      close: () => (device.closed = true),
      give: () => take(block),
      end: () => ended(),
    }
    this.opened.push(device)
    return ok(device)
  }

  private timer(ms: number, every: number | null, run: () => void): () => void {
    const timer = { at: this.nowMs + ms, every, run }
    this.timers.add(timer)
    return () => this.timers.delete(timer)
  }

  get device(): FakeDevice {
    const device = this.opened.at(-1)
    if (device === undefined) throw new Error('No device was opened')
    return device
  }

  /** Lets time pass in steps of 50 ms. The open device delivers a block at each, unless it is mute. */
  async pass(ms: number, mute = false): Promise<void> {
    await this.rest()
    for (const until = this.nowMs + ms; this.nowMs < until;) {
      this.nowMs += 50
      for (const timer of [...this.timers]) {
        if (timer.at > this.nowMs) continue
        if (timer.every === null) this.timers.delete(timer)
        else timer.at += timer.every
        timer.run()
        await this.rest()
      }
      if (!mute) for (const device of this.opened) if (!device.closed) device.give()
    }
  }

  /** The system reports that devices have changed. */
  async changed(): Promise<void> {
    for (const watcher of this.watchers) watcher()
    await this.rest()
  }

  private async rest(): Promise<void> {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }

  /** What was reported, without the blocks. */
  get names(): string[] {
    return this.reported.filter((reported) => reported !== 'block')
  }
}

describe('a microphone', () => {
  it('is replaced by the default within 2 s when it is unplugged, and comes back', async () => {
    const computer = new Computer(['desk', 'headset'])
    computer.supervisor.change({ ...wanted, deviceId: 'headset' })
    await computer.pass(500)
    expect(computer.names.at(-1)).toBe('headset')
    computer.plugged = ['desk']
    await computer.pass(2_000)
    expect(computer.names.at(-1)).toBe('desk instead')
    computer.plugged = ['desk', 'headset']
    await computer.pass(2_000)
    expect(computer.names.at(-1)).toBe('headset')
    expect(computer.opened.map(({ closed }) => closed)).toEqual(
      [true, true, true, false].slice(-computer.opened.length),
    )
  })

  it('changes at once when the system reports a new default', async () => {
    const computer = new Computer()
    await computer.pass(500)
    computer.plugged = ['headset', 'desk']
    await computer.changed()
    await computer.pass(100)
    expect(computer.names).toEqual(['desk', 'headset'])
  })

  it('keeps the old device until the new one delivers sound', async () => {
    const computer = new Computer()
    await computer.pass(500)
    const [desk] = computer.opened
    computer.plugged = ['headset']
    await computer.changed()
    expect(desk?.closed).toBe(false)
    desk?.give()
    computer.device.give()
    expect(desk?.closed).toBe(true)
    expect(computer.names).toEqual(['desk', 'headset'])
    // Two devices are never heard at once.
    const before = computer.reported.length
    desk?.give()
    expect(computer.reported).toHaveLength(before)
  })

  it('is away when its device ends, and is opened again at once', async () => {
    const computer = new Computer()
    await computer.pass(500)
    computer.device.end()
    await computer.pass(50)
    expect(computer.names).toEqual(['desk', 'microphone-ended', 'desk'])
  })

  it('is opened again if it delivers nothing, later each time if that does not help', async () => {
    const computer = new Computer()
    await computer.pass(500)
    await computer.pass(60_000, true)
    const tries = computer.opened.length - 1
    expect(tries).toBeGreaterThanOrEqual(4)
    expect(tries).toBeLessThanOrEqual(8)
  })

  it('is opened again if it delivers zeros for 2 s, and then only after 30 s', async () => {
    const computer = new Computer()
    await computer.pass(500)
    const zeros = async (ms: number) => {
      for (let at = 0; at < ms; at += 50) {
        computer.supervisor.heard(true, 50)
        await computer.pass(50)
      }
    }
    await zeros(1_900)
    expect(computer.opened).toHaveLength(1)
    await zeros(200)
    expect(computer.opened).toHaveLength(2)
    await zeros(29_000)
    expect(computer.opened).toHaveLength(2)
    await zeros(2_000)
    expect(computer.opened).toHaveLength(3)
    computer.supervisor.heard(false, 50)
    await zeros(2_100)
    expect(computer.opened).toHaveLength(4)
  })

  it('is searched for until there is one', async () => {
    const computer = new Computer([])
    await computer.pass(10_000)
    expect(computer.names).toContain('no-microphone')
    computer.plugged = ['desk']
    await computer.pass(2_000)
    expect(computer.names.at(-1)).toBe('desk')
  })

  it('waits for a person if it is refused', async () => {
    const computer = new Computer()
    computer.refusal = 'microphone-denied'
    await computer.pass(60_000)
    expect(computer.names).toEqual(['microphone-denied'])
    computer.refusal = null
    computer.supervisor.change(wanted)
    await computer.pass(100)
    expect(computer.names.at(-1)).toBe('desk')
  })

  it('changes its processing while it is open, or is opened again if that is refused', async () => {
    const computer = new Computer()
    await computer.pass(500)
    computer.supervisor.change({ ...wanted, processing: { ...processing, noiseSuppression: true } })
    await computer.pass(100)
    expect(computer.opened).toHaveLength(1)
    computer.processes = false
    computer.supervisor.change({ ...wanted, processing: { ...processing, echoCancellation: true } })
    await computer.pass(100)
    expect(computer.opened).toHaveLength(2)
    expect(computer.names).toEqual(['desk', 'desk'])
  })

  it('keeps the old device if the new one ends before it is heard', async () => {
    const computer = new Computer()
    await computer.pass(500)
    const [desk] = computer.opened
    computer.plugged = ['headset', 'desk']
    await computer.changed()
    computer.device.end()
    computer.plugged = ['desk']
    await computer.pass(2_000)
    expect(desk?.closed).toBe(false)
    expect(computer.names).toEqual(['desk'])
  })

  it('keeps the device that works if another cannot be opened', async () => {
    const computer = new Computer()
    await computer.pass(500)
    computer.plugged = ['headset', 'desk']
    computer.refusal = 'microphone-busy'
    await computer.pass(1_000)
    expect(computer.names).toEqual(['desk'])
    expect(computer.device.closed).toBe(false)
    computer.refusal = null
    await computer.pass(2_100)
    expect(computer.names).toEqual(['desk', 'headset'])
  })

  it('closes everything, also a device that opens late', async () => {
    const computer = new Computer()
    const late = vi.fn()
    await computer.pass(500)
    computer.plugged = ['headset']
    const looking = computer.changed()
    computer.supervisor.close()
    await looking
    await computer.pass(5_000)
    expect(computer.opened.every(({ closed }) => closed)).toBe(true)
    expect(late).not.toHaveBeenCalled()
  })
})

describe('system audio', () => {
  it('can be silent, or deliver nothing at all, while nothing plays', async () => {
    const computer = new Computer()
    const opened: string[] = []
    const kind: SourceKind = { ...computer.kind, ended: 'system-failed', alwaysSounds: false }
    let look: () => void = () => undefined
    const supervisor = createDeviceSupervisor({
      kind,
      wanted: { ...wanted, source: 'system' },
      handlers: {
        onBlock: () => undefined,
        onOpened: ({ label }) => void opened.push(label),
        onAway: ({ code }) => void opened.push(code),
      },
      deps: {
        now: () => computer.nowMs,
        after: () => () => undefined,
        every: (_ms, run) => {
          look = run
          return () => undefined
        },
        onDevicesChanged: () => () => undefined,
      },
    })
    await computer.pass(50, true)
    computer.nowMs += 600_000
    look()
    for (let at = 0; at < 600; at += 1) supervisor.heard(true, 50)
    await computer.pass(50, true)
    expect(opened).toEqual(['desk'])
  })
})
