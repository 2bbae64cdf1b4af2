import { monotonicNow } from '../../../common/clock'
import type { SoundPortMessage } from '../../../common/ipc/ports'
import type { Processing } from '../../../common/model'
import type { OpenedDevice } from '../messages'
import type { Page } from '../page-link'
import { createArrivals, type Arrivals, type TimedBlock } from './arrivals'
import type { Block } from './block'

/** An open device of any kind. */
export interface Device {
  readonly label: string
  /** Delivers its blocks from now on, and first those that have already arrived. */
  handTo(take: (block: Block) => void): void
  /** Runs once if the device goes away by itself, also if it has already gone. */
  whenEnded(report: () => void): void
  /** Returns false if these settings take effect only when the device is opened again. */
  applyProcessing(processing: Processing): Promise<boolean>
  close(): void
}

interface DeviceOptions {
  readonly page: Page
  /** Zero of the system's monotonic clock, in ms of the worker's; null if it is not known. */
  readonly systemZeroAt: number | null
}

/** Reads a device at once: what is said while everything else gets ready is recorded too. */
export function createDevice(
  { handle, label, sound }: OpenedDevice,
  { page, systemZeroAt }: DeviceOptions,
): Device {
  const early: Block[] = []
  let take = (block: Block): void => void early.push(block)
  let report: (() => void) | null = null
  let isEnded = false
  let isClosed = false

  function end(): void {
    if (isEnded || isClosed) return
    isEnded = true
    report?.()
  }

  const stopWaiting = page.onDeviceEnded(handle, end)
  const arrivals = createArrivals((block) => take(block), systemZeroAt)
  if (sound instanceof MessagePort) readPort(sound, arrivals, end)
  else readBlocks(sound, arrivals).then(end, end)
  return {
    label,
    handTo: (taker) => {
      take = taker
      for (const block of early.splice(0)) taker(block)
    },
    whenEnded: (run) => {
      report = run
      if (isEnded) run()
    },
    applyProcessing: (processing) => page.call('applyProcessing', { handle, processing }),
    close: () => {
      isClosed = true
      stopWaiting()
      if (sound instanceof MessagePort) sound.close()
      page.send({ type: 'close-device', handle })
    },
  }
}

/** Passes on every block that another process sends, until its end of the port is closed. */
function readPort(port: MessagePort, arrivals: Arrivals, onEnd: () => void): void {
  let lastAt = monotonicNow()
  port.addEventListener('message', ({ data }: MessageEvent<SoundPortMessage>) => {
    const { channels, rate, capturedAt, sentAt } = data
    const arrivedAt = monotonicNow()
    const block = { channels, rate, heardAt: capturedAt, readyAt: sentAt }
    arrivals.take(block, { arrivedAt, waitedMs: arrivedAt - lastAt })
    lastAt = arrivedAt
  })
  port.addEventListener('close', () => {
    arrivals.end()
    onEnd()
  })
  port.start()
}

/**
 * Passes on every block until the device ends. A source node of an audio graph would hold only ten
 * blocks and use a clock of its own: on a busy computer it loses some and inserts silence.
 */
async function readBlocks(readable: ReadableStream<AudioData>, arrivals: Arrivals): Promise<void> {
  const reader = readable.getReader()
  for (;;) {
    const askedAt = monotonicNow()
    const { done, value } = await reader.read()
    if (done) break
    const arrivedAt = monotonicNow()
    arrivals.take(copyBlock(value), { arrivedAt, waitedMs: arrivedAt - askedAt })
    value.close()
  }
  arrivals.end()
}

function copyBlock(data: AudioData): TimedBlock {
  const { numberOfFrames, numberOfChannels, sampleRate, timestamp } = data
  const channels = Array.from({ length: numberOfChannels }, (_, planeIndex) => {
    const samples = new Float32Array(numberOfFrames)
    data.copyTo(samples, { planeIndex, format: 'f32-planar' })
    return samples
  })
  const heardAt = timestamp / 1_000
  const readyAt = heardAt + (numberOfFrames / sampleRate) * 1_000
  return { rate: sampleRate, channels, heardAt, readyAt }
}
