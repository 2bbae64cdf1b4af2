import { describe, expect, it, vi } from 'vitest'
import { fail, ok, type ErrorCode, type Result } from '../../../../preload/errors'
import type { WantedSource } from '../../../../preload/model'
import type { Block } from '../../../../renderer/recorder/capture/blocks'
import type { Device } from '../../../../renderer/recorder/capture/device'
import { createKeeper, type Keeper } from '../../../../renderer/recorder/capture/keeper'
import type { SourceKind } from '../../../../renderer/recorder/capture/plan'

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
  readonly told: string[] = []
  private readonly timers = new Set<{ at: number; every: number | null; run: () => void }>()
  private readonly watchers = new Set<() => void>()

  readonly kind: SourceKind = {
    ended: 'microphone-ended',
    failed: 'microphone-failed',
    alwaysSounds: true,
    plan: ({ deviceId, processing: asked }) => {
      const chosen = this.plugged.find((name) => name === deviceId)
      const name = chosen ?? this.plugged[0] ?? ''
      return Promise.resolve({
        key: name,
        processing: asked,
        substitute: deviceId !== null && chosen === undefined,
        open: () => Promise.resolve(this.open(name)),
      })
    },
  }

  readonly keeper: Keeper

  constructor(plugged = ['desk']) {
    this.plugged = plugged
    this.keeper = createKeeper(
      this.kind,
      wanted,
      {
        onBlock: () => void this.told.push('block'),
        onOpened: ({ label }, substitute) =>
          void this.told.push(substitute ? `${label} instead` : label),
        onAway: ({ code }) => void this.told.push(code),
      },
      {
        now: () => this.nowMs,
        after: (ms, run) => this.timer(ms, null, run),
        every: (ms, run) => this.timer(ms, ms, run),
        onDevices: (run) => {
          this.watchers.add(run)
          return () => this.watchers.delete(run)
        },
      },
    )
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
      whenEnded: (tell) => (ended = tell),
      process: () => Promise.resolve(this.processes),
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

  /** Lets time pass in steps of 50 ms; the open device gives a block at each, unless it is dumb. */
  async pass(ms: number, dumb = false): Promise<void> {
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
      if (!dumb) for (const device of this.opened) if (!device.closed) device.give()
    }
  }

  /** The system says that devices have changed. */
  async changed(): Promise<void> {
    for (const watcher of this.watchers) watcher()
    await this.rest()
  }

  private async rest(): Promise<void> {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }

  /** What was told, without the blocks. */
  get said(): string[] {
    return this.told.filter((told) => told !== 'block')
  }
}

describe('a microphone that is kept open', () => {
  it('falls back to the default within 2 s when it is unplugged, and goes back', async () => {
    const computer = new Computer(['desk', 'headset'])
    computer.keeper.change({ ...wanted, deviceId: 'headset' })
    await computer.pass(500)
    expect(computer.said.at(-1)).toBe('headset')
    computer.plugged = ['desk']
    await computer.pass(2_000)
    expect(computer.said.at(-1)).toBe('desk instead')
    computer.plugged = ['desk', 'headset']
    await computer.pass(2_000)
    expect(computer.said.at(-1)).toBe('headset')
    expect(computer.opened.map(({ closed }) => closed)).toEqual(
      [true, true, true, false].slice(-computer.opened.length),
    )
  })

  it('follows a new default by the event at once', async () => {
    const computer = new Computer()
    await computer.pass(500)
    computer.plugged = ['headset', 'desk']
    await computer.changed()
    await computer.pass(100)
    expect(computer.said).toEqual(['desk', 'headset'])
  })

  it('hears the device before until the new one is heard', async () => {
    const computer = new Computer()
    await computer.pass(500)
    const [desk] = computer.opened
    computer.plugged = ['headset']
    await computer.changed()
    expect(desk?.closed).toBe(false)
    desk?.give()
    computer.device.give()
    expect(desk?.closed).toBe(true)
    expect(computer.said).toEqual(['desk', 'headset'])
    // Nothing is heard of two at once.
    const before = computer.told.length
    desk?.give()
    expect(computer.told).toHaveLength(before)
  })

  it('is away where its device ends, and opened anew at once', async () => {
    const computer = new Computer()
    await computer.pass(500)
    computer.device.end()
    await computer.pass(50)
    expect(computer.said).toEqual(['desk', 'microphone-ended', 'desk'])
  })

  it('that gives no samples is opened anew, and later each time where that does not help', async () => {
    const computer = new Computer()
    await computer.pass(500)
    await computer.pass(60_000, true)
    const tries = computer.opened.length - 1
    expect(tries).toBeGreaterThanOrEqual(4)
    expect(tries).toBeLessThanOrEqual(8)
  })

  it('that gives zeros is opened anew after 2 s, and again only after 30 s', async () => {
    const computer = new Computer()
    await computer.pass(500)
    const zeros = async (ms: number) => {
      for (let at = 0; at < ms; at += 50) {
        computer.keeper.heard(true, 50)
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
    computer.keeper.heard(false, 50)
    await zeros(2_100)
    expect(computer.opened).toHaveLength(4)
  })

  it('is looked for until there is one', async () => {
    const computer = new Computer([])
    await computer.pass(10_000)
    expect(computer.said).toContain('no-microphone')
    computer.plugged = ['desk']
    await computer.pass(2_000)
    expect(computer.said.at(-1)).toBe('desk')
  })

  it('that is refused waits for a person', async () => {
    const computer = new Computer()
    computer.refusal = 'microphone-denied'
    await computer.pass(60_000)
    expect(computer.said).toEqual(['microphone-denied'])
    computer.refusal = null
    computer.keeper.change(wanted)
    await computer.pass(100)
    expect(computer.said.at(-1)).toBe('desk')
  })

  it('changes its processing in place, or anew where that is refused', async () => {
    const computer = new Computer()
    await computer.pass(500)
    computer.keeper.change({ ...wanted, processing: { ...processing, noiseSuppression: true } })
    await computer.pass(100)
    expect(computer.opened).toHaveLength(1)
    computer.processes = false
    computer.keeper.change({ ...wanted, processing: { ...processing, echoCancellation: true } })
    await computer.pass(100)
    expect(computer.opened).toHaveLength(2)
    expect(computer.said).toEqual(['desk', 'desk'])
  })

  it('keeps the device that works where another cannot be opened', async () => {
    const computer = new Computer()
    await computer.pass(500)
    computer.plugged = ['headset', 'desk']
    computer.refusal = 'microphone-busy'
    await computer.pass(1_000)
    expect(computer.said).toEqual(['desk'])
    expect(computer.device.closed).toBe(false)
    computer.refusal = null
    await computer.pass(2_100)
    expect(computer.said).toEqual(['desk', 'headset'])
  })

  it('lets go of everything when it is closed, also of what opens late', async () => {
    const computer = new Computer()
    const late = vi.fn()
    await computer.pass(500)
    computer.plugged = ['headset']
    const looking = computer.changed()
    computer.keeper.close()
    await looking
    await computer.pass(5_000)
    expect(computer.opened.every(({ closed }) => closed)).toBe(true)
    expect(late).not.toHaveBeenCalled()
  })
})

describe('what the computer plays', () => {
  it('may be silent, or give nothing at all, for as long as nobody plays', async () => {
    const computer = new Computer()
    const opened: string[] = []
    const kind: SourceKind = { ...computer.kind, ended: 'system-failed', alwaysSounds: false }
    let look: () => void = () => undefined
    const keeper = createKeeper(
      kind,
      { ...wanted, source: 'system' },
      {
        onBlock: () => undefined,
        onOpened: ({ label }) => void opened.push(label),
        onAway: ({ code }) => void opened.push(code),
      },
      {
        now: () => computer.nowMs,
        after: () => () => undefined,
        every: (_ms, run) => {
          look = run
          return () => undefined
        },
        onDevices: () => () => undefined,
      },
    )
    await computer.pass(50, true)
    computer.nowMs += 600_000
    look()
    for (let at = 0; at < 600; at += 1) keeper.heard(true, 50)
    await computer.pass(50, true)
    expect(opened).toEqual(['desk'])
  })
})
