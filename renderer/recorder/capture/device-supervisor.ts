import { backoffMs } from '../../../common/backoff'
import { errorValue, type ErrorCode, type ErrorValue } from '../../../common/errors'
import type { Processing, WantedSource } from '../../../common/model'
import type { DeviceChoice } from '../messages'
import type { Block } from './block'
import type { Device } from './device'
import type { SourceKind } from './source-kinds'

/** How often the list of devices and the sound of the device in use are checked, in ms. */
const checkMs = 500
/** A microphone that delivers nothing for this long is opened again; the limit then doubles. */
const stalledMs = 1_500
const longestStalledMs = 30_000
/** A device that has just been opened may take longer, such as a wireless headset. */
const wakingMs = 3_000
/** The same for a microphone that delivers only zeros: after 2 s, then later and later. */
const zerosMs = 2_000
const zerosAgainMs = 30_000
const longestZerosMs = 300_000
/** A new device replaces the old one after this time, even if it has delivered nothing yet. */
const takeOverMs = 1_000
const firstRetryMs = 250
const longestRetryMs = 2_000

/** Errors that only a person can resolve: another try changes nothing. */
const lasting: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'microphone-denied',
  'system-denied',
  'system-unsupported',
])

/** The clock, the timers and the device events that capture needs. */
export interface CaptureDeps {
  /** Ms of a clock that nobody can set. */
  now(): number
  /** Runs again and again; returns a function that stops it. */
  every(ms: number, run: () => void): () => void
  /** Runs once; returns a function that cancels it. */
  after(ms: number, run: () => void): () => void
  /** Runs when the system reports that devices have changed; returns a function that stops it. */
  onDevicesChanged(run: () => void): () => void
}

export interface DeviceHandlers {
  /** A block of the device in use, never of two devices at once. */
  onBlock(block: Block): void
  /** A device is in use from the next block on. */
  onOpened(device: Device, substitute: boolean): void
  /** There is no device now. The supervisor looks for one, unless only a person can help. */
  onAway(error: ErrorValue): void
}

/** Keeps a source open, whatever happens to its devices. */
export interface DeviceSupervisor {
  change(wanted: WantedSource): void
  /** Called for each frame: whether all of it was zero, and its length. */
  heard(isZero: boolean, ms: number): void
  close(): void
}

export interface DeviceSupervisorOptions {
  readonly kind: SourceKind
  readonly wanted: WantedSource
  readonly handlers: DeviceHandlers
  readonly deps: CaptureDeps
}

interface InUse {
  readonly device: Device
  readonly key: string
  processing: Processing
  wasHeard: boolean
}

export function createDeviceSupervisor(options: DeviceSupervisorOptions): DeviceSupervisor {
  const { kind, handlers, deps } = options
  let { wanted } = options
  let inUse: InUse | null = null
  let isClosed = false
  let isBusy = false
  /** Something changed while it was busy. `reopen`: also if the choice is the same. */
  let pending: { reopen: boolean } | null = null
  let failures = 0
  let cancelRetry: (() => void) | null = null
  let lastBlockAt = deps.now()
  let stalledLimit = stalledMs
  let zeros = 0
  let zerosLimit = zerosMs

  async function update(reopen = false): Promise<void> {
    if (isClosed) return
    if (isBusy) {
      pending = { reopen: reopen || (pending?.reopen ?? false) }
      return
    }
    isBusy = true
    cancelRetry?.()
    cancelRetry = null
    try {
      await use(await kind.choose(wanted), reopen)
    } finally {
      isBusy = false
      const next = pending
      pending = null
      if (next !== null) void update(next.reopen)
    }
  }

  async function use(choice: DeviceChoice, reopen: boolean): Promise<void> {
    if (inUse !== null && !reopen && inUse.key === choice.key) {
      if (isSame(inUse.processing, choice.processing)) return
      const kept = inUse
      if (await kept.device.applyProcessing(choice.processing)) {
        kept.processing = choice.processing
        return
      }
    }
    const opened = await kind.open(choice)
    if (isClosed) {
      if (opened.ok) opened.value.close()
      return
    }
    if (opened.ok) return takeOver(opened.value, choice)
    if (inUse === null) handlers.onAway(opened.error)
    failures += 1
    if (lasting.has(opened.error.code)) return
    const waitMs = backoffMs(failures, {
      firstMs: firstRetryMs,
      longestMs: longestRetryMs,
      jitter: 0,
    })
    cancelRetry = deps.after(waitMs, () => void update(reopen))
  }

  /** The old device stays in use until the new one delivers sound, so that nothing is missed. */
  function takeOver(device: Device, choice: DeviceChoice): void {
    failures = 0
    let isWaiting = true
    const take = (): void => {
      if (!isWaiting) return
      isWaiting = false
      cancel()
      const before = inUse
      if (isClosed) return device.close()
      inUse = { device, key: choice.key, processing: choice.processing, wasHeard: false }
      lastBlockAt = deps.now()
      before?.device.close()
      handlers.onOpened(device, choice.substitute)
    }
    const cancel = deps.after(takeOverMs, take)
    if (inUse === null) take()
    device.handTo((block) => {
      take()
      if (inUse?.device !== device) return
      inUse.wasHeard = true
      lastBlockAt = deps.now()
      stalledLimit = stalledMs
      handlers.onBlock(block)
    })
    device.whenEnded(() => {
      if (inUse?.device === device) return lose(errorValue(kind.ended))
      // It was gone before it was heard: the old device stays in use, and the next check tries again.
      isWaiting = false
      cancel()
      device.close()
    })
  }

  function lose(error: ErrorValue): void {
    inUse?.device.close()
    inUse = null
    handlers.onAway(error)
    void update()
  }

  function check(): void {
    // A refused device, or one that waits for its next try, has its own schedule.
    if (inUse === null) return
    const limit = inUse.wasHeard ? stalledLimit : Math.max(wakingMs, stalledLimit)
    if (!kind.alwaysSounds || deps.now() - lastBlockAt < limit) return void update()
    stalledLimit = Math.min(longestStalledMs, 2 * stalledLimit)
    lose(errorValue(kind.ended))
  }

  function onDevicesChanged(): void {
    failures = 0
    void update()
  }

  const stops = [deps.every(checkMs, check), deps.onDevicesChanged(onDevicesChanged)]
  void update()
  return {
    change: (now) => {
      wanted = now
      failures = 0
      void update()
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
      void update(true)
    },
    close: () => {
      isClosed = true
      cancelRetry?.()
      for (const stop of stops) stop()
      inUse?.device.close()
      inUse = null
    },
  }
}

function isSame(a: Processing, b: Processing): boolean {
  return (
    a.echoCancellation === b.echoCancellation &&
    a.noiseSuppression === b.noiseSuppression &&
    a.autoGainControl === b.autoGainControl
  )
}
