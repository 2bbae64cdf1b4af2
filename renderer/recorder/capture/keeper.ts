import { errorValue, type ErrorCode, type ErrorValue } from '../../../preload/errors'
import type { Processing, WantedSource } from '../../../preload/model'
import type { Block } from './blocks'
import type { Device } from './device'
import type { Plan, SourceKind } from './plan'

/** How often the list of devices and what comes from the one in use are looked at, in ms. */
const lookMs = 500
/** A microphone that gives nothing at all for this long is opened anew, and later where it goes on. */
const stalledMs = 1_500
const longestStalledMs = 30_000
/** A device that has just been opened may take longer, such as a headset without a wire. */
const wakingMs = 3_000
/** One that gives zeros as well: after 2 s, and where that does not help, later and later. */
const zerosMs = 2_000
const zerosAgainMs = 30_000
const longestZerosMs = 300_000
/** A new device whose first sound does not come soon takes over all the same. */
const takeOverMs = 1_000
const firstRetryMs = 250
const longestRetryMs = 2_000

/** Trying again changes nothing until a person does something. */
const lasting: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'microphone-denied',
  'system-denied',
  'system-unsupported',
])

/** What keeping a device needs of the world. */
export interface KeeperWorld {
  /** Milliseconds of any clock. */
  now(): number
  /** Runs again and again; the answer stops it. */
  every(ms: number, run: () => void): () => void
  after(ms: number, run: () => void): () => void
  /** Runs when the system says that devices have changed; the answer stops it. */
  onDevices(run: () => void): () => void
}

export interface KeeperHandlers {
  /** Of the device in use; never of two at once. */
  onBlock(block: Block): void
  /** A device is in use from the next block on. */
  onOpened(device: Device, substitute: boolean): void
  /** There is no device now. It is looked for, unless only a person can help. */
  onAway(error: ErrorValue): void
}

/** Keeps a source open, whatever becomes of its devices. */
export interface Keeper {
  change(wanted: WantedSource): void
  /** Told for each frame: whether all of it was zero, and how long it is. */
  heard(zeros: boolean, ms: number): void
  close(): void
}

interface InUse {
  readonly device: Device
  readonly key: string
  processing: Processing
  heard: boolean
}

export function createKeeper(
  kind: SourceKind,
  first: WantedSource,
  handlers: KeeperHandlers,
  world: KeeperWorld,
): Keeper {
  let wanted = first
  let inUse: InUse | null = null
  let closed = false
  let busy = false
  /** Something changed while it was busy: `anew` also where the plan is the same. */
  let pending: { anew: boolean } | null = null
  let failures = 0
  let callOffRetry: (() => void) | null = null
  let lastBlockAt = world.now()
  let stalledLimit = stalledMs
  let zeros = 0
  let zerosLimit = zerosMs

  async function attend(anew = false): Promise<void> {
    if (closed) return
    if (busy) {
      pending = { anew: anew || (pending?.anew ?? false) }
      return
    }
    busy = true
    callOffRetry?.()
    callOffRetry = null
    try {
      await follow(await kind.plan(wanted), anew)
    } finally {
      busy = false
      const next = pending
      pending = null
      if (next !== null) void attend(next.anew)
    }
  }

  async function follow(plan: Plan, anew: boolean): Promise<void> {
    if (inUse !== null && !anew && inUse.key === plan.key) {
      if (same(inUse.processing, plan.processing)) return
      const kept = inUse
      if (await kept.device.process(plan.processing)) {
        kept.processing = plan.processing
        return
      }
    }
    const opened = await plan.open()
    if (closed) {
      if (opened.ok) opened.value.close()
      return
    }
    if (opened.ok) return takeOver(opened.value, plan)
    if (inUse === null) handlers.onAway(opened.error)
    failures += 1
    if (lasting.has(opened.error.code)) return
    const waitMs = Math.min(longestRetryMs, firstRetryMs * 2 ** (failures - 1))
    callOffRetry = world.after(waitMs, () => void attend(anew))
  }

  /** The device before goes on until the new one is heard, so that nothing falls between. */
  function takeOver(device: Device, plan: Plan): void {
    failures = 0
    let waiting = true
    const take = (): void => {
      if (!waiting) return
      waiting = false
      callOff()
      const before = inUse
      if (closed) return device.close()
      inUse = { device, key: plan.key, processing: plan.processing, heard: false }
      lastBlockAt = world.now()
      before?.device.close()
      handlers.onOpened(device, plan.substitute)
    }
    const callOff = world.after(takeOverMs, take)
    device.whenEnded(() => {
      if (inUse?.device === device) lost(errorValue(kind.ended))
      else if (waiting) take()
    })
    if (inUse === null) take()
    device.handTo((block) => {
      take()
      if (inUse?.device !== device) return
      inUse.heard = true
      lastBlockAt = world.now()
      stalledLimit = stalledMs
      handlers.onBlock(block)
    })
  }

  function lost(error: ErrorValue): void {
    inUse?.device.close()
    inUse = null
    handlers.onAway(error)
    void attend()
  }

  function look(): void {
    // One that is refused, or waits for its next try, has its own time.
    if (inUse === null) return
    const limit = inUse.heard ? stalledLimit : Math.max(wakingMs, stalledLimit)
    if (!kind.alwaysSounds || world.now() - lastBlockAt < limit) return void attend()
    stalledLimit = Math.min(longestStalledMs, 2 * stalledLimit)
    lost(errorValue(kind.ended))
  }

  function onDevices(): void {
    failures = 0
    void attend()
  }

  const stops = [world.every(lookMs, look), world.onDevices(onDevices)]
  void attend()
  return {
    change: (now) => {
      wanted = now
      failures = 0
      void attend()
    },
    heard: (isZero, ms) => {
      if (!isZero) {
        zeros = 0
        zerosLimit = zerosMs
        return
      }
      zeros += ms
      if (!kind.alwaysSounds || inUse === null || zeros < zerosLimit) return
      zeros = 0
      zerosLimit = zerosLimit === zerosMs ? zerosAgainMs : Math.min(longestZerosMs, 2 * zerosLimit)
      void attend(true)
    },
    close: () => {
      closed = true
      callOffRetry?.()
      for (const stop of stops) stop()
      inUse?.device.close()
      inUse = null
    },
  }
}

function same(a: Processing, b: Processing): boolean {
  return (
    a.echoCancellation === b.echoCancellation &&
    a.noiseSuppression === b.noiseSuppression &&
    a.autoGainControl === b.autoGainControl
  )
}
