import { createMixer, lengthMs, type MixedBlock } from './mixer'
import { planStreams, type Planned, type Way } from './plan'
import type { PulseClient, RecordStream } from './pulse/client'
import type { Sink, SinkInput, SourceInfo } from './pulse/messages'
import {
  closedMonitors,
  createLoudness,
  findUnheard,
  peakOf,
  type Loudness,
  type Unheard,
  type UnheardFacts,
} from './unheard'

/** Between two pieces of the mix, in ms. */
const mixEveryMs = 20
const checkEveryMs = 1_000
/** A stream that was refused is asked for again after this time, in ms. */
const retryMs = 100
/** A program whose stream was refused this often in a row cannot be recorded on its own. */
const mostRefusals = 8

export interface CaptureState {
  /** Parley's own sound is in what is heard. */
  readonly hearsOwn: boolean
  readonly unheard: Unheard | null
}

export interface CaptureOptions {
  readonly client: PulseClient
  readonly serverName: string
  /** The only program that is wanted; null wants all. */
  readonly chosen: string | null
  readonly isOwn: (input: SinkInput) => boolean
  readonly onBlock: (block: MixedBlock) => void
  readonly onState: (state: CaptureState) => void
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number
}

/** Hears what programs play, on whatever output, and mixes it. */
export interface Capture {
  /** Something changed on the server. */
  changed(): void
  choose(program: string | null): void
  /** Unmutes the monitors because of which something is not heard. */
  openMonitors(): void
  stop(): void
}

interface OpenStream {
  plan: Planned
  /** null while it is being opened. */
  stream: RecordStream | null
  readonly loudness: Loudness
}

export function startCapture(options: CaptureOptions): Capture {
  const { client, isOwn, onBlock, onState, now } = options
  const isPipeWire = options.serverName.includes('PipeWire')
  const mixer = createMixer(now())
  const open = new Map<string, OpenStream>()
  const refusals = new Map<string, number>()
  let { chosen } = options
  let way: Way = 'programs'
  let sinks: readonly Sink[] = []
  let sources: readonly SourceInfo[] = []
  let isStopped = false
  let isBusy = false
  let isStale = false
  let retry: NodeJS.Timeout | undefined
  let shown = ''

  const facts = (): UnheardFacts => ({
    way,
    isPipeWire,
    sinks,
    sources,
    listened: [...open.values()].map(({ plan, loudness }) => ({ stream: plan, loudness })),
    nowMs: now(),
  })

  async function refresh(): Promise<void> {
    if (isBusy) {
      isStale = true
      return
    }
    isBusy = true
    try {
      do {
        isStale = false
        const inputs = await client.sinkInputs()
        sinks = await client.sinks()
        sources = await client.sources()
        follow(planStreams({ way, chosen, inputs, sinks, isOwn }))
      } while (isStale && !isStopped)
    } catch {
      // The connection is over, which ends this process, or the next change asks again.
    } finally {
      isBusy = false
    }
  }

  function follow(plans: readonly Planned[]): void {
    if (isStopped) return
    for (const key of open.keys()) if (plans.every((plan) => plan.key !== key)) close(key)
    for (const plan of plans) {
      const known = open.get(plan.key)
      if (known === undefined) void begin(plan)
      else known.plan = plan
      if (plan.corked || !plan.isMeeting) mixer.rest(plan.key)
    }
  }

  function close(key: string): void {
    open.get(key)?.stream?.stop()
    open.delete(key)
    refusals.delete(key)
    mixer.rest(key)
  }

  async function begin(plan: Planned): Promise<void> {
    const opening: OpenStream = { plan, stream: null, loudness: createLoudness(now()) }
    const { key } = plan
    open.set(key, opening)
    try {
      const stream = await client.record(plan.heard, {
        onSound: (pcm) => hear(opening, pcm),
        onEnded: () => lose(opening),
      })
      refusals.delete(key)
      // It was closed, or stopped, meanwhile.
      if (open.get(key) === opening) opening.stream = stream
      else stream.stop()
    } catch {
      const count = (refusals.get(key) ?? 0) + 1
      refusals.set(key, count)
      if (count >= mostRefusals) way = 'monitors'
      lose(opening)
    }
  }

  function hear(from: OpenStream, pcm: Buffer): void {
    const { plan, loudness } = from
    if (open.get(plan.key) !== from) return
    loudness.heard(peakOf(pcm), lengthMs(pcm), now())
    if (plan.isMeeting && !plan.corked) mixer.take(plan.key, pcm, now())
  }

  /** It may be asked for again: a program that moves to another output loses its stream. */
  function lose(lost: OpenStream): void {
    const { key } = lost.plan
    if (isStopped || open.get(key) !== lost) return
    open.delete(key)
    mixer.rest(key)
    if (!refusals.has(key)) return void refresh()
    clearTimeout(retry)
    retry = setTimeout(() => void refresh(), retryMs)
  }

  function check(): void {
    void refresh()
    const state: CaptureState = { hearsOwn: way === 'monitors', unheard: findUnheard(facts()) }
    const text = JSON.stringify(state)
    if (text === shown) return
    shown = text
    onState(state)
  }

  const timers = [
    setInterval(() => mixer.mixUntil(now()).forEach(onBlock), mixEveryMs),
    setInterval(check, checkEveryMs),
  ]
  void refresh()
  return {
    changed: () => void refresh(),
    choose: (program) => {
      chosen = program
      void refresh()
    },
    openMonitors: () => {
      for (const { source } of closedMonitors(facts())) {
        client.openUp(source).then(refresh, () => undefined)
      }
    },
    stop: () => {
      isStopped = true
      timers.forEach(clearInterval)
      clearTimeout(retry)
      for (const key of open.keys()) close(key)
    },
  }
}
