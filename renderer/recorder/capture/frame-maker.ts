import { frameSamples, sampleRate } from '../../../common/model/sound'
import { msToSamples, samplesToMs } from '../../../common/time'
import { createConverter } from '../../audio/converter'
import { createDownmix } from '../../audio/downmix'
import { createLevelMeter, type FrameLevel } from '../../audio/level'
import { toPcm } from '../../audio/pcm'
import { createStretcher } from '../../audio/stretcher'
import type { Block } from './block'
import { createFramer } from './framer'

/** A device that delivers nothing for this long, in ms, is gone or asleep; a late one is faster. */
const silentAfterMs = 2_000

/**
 * The filters hold back 7.2 ms of the newest sound (115 samples, at all common rates). Before the
 * first sample comes so much silence, so that a frame ends where the sound of a block is complete, and
 * need not wait for the next block.
 */
const leadSamples = 128
/**
 * At the start of a recording the first frame also holds the silence since the press, so it is
 * complete after one to three blocks. The steps of 10 ms keep the ends of such blocks and of frames
 * together.
 */
const leadStepSamples = 160

/** Length of a frame in ms. */
export const frameMs = samplesToMs(frameSamples)

/** One frame of 50 ms: 16 kHz mono s16, and the level of what the device delivered for it. */
export interface Frame {
  readonly pcm: ArrayBuffer
  readonly level: FrameLevel
  /** When its first sample was heard, in ms of the worker's clock. */
  readonly capturedAt: number
}

/**
 * Makes frames from the blocks of a device. The device's samples are the clock. While the device
 * delivers nothing, the worker's clock continues in its place, with silence.
 */
export interface FrameMaker {
  /** `ratio`: how much longer the sound of this block becomes, close to 1. */
  take(block: Block, ratio: number): void
  /** Emits silence from now on until the first block. */
  fillWithSilence(): void
  /** It emits silence, because the device delivers nothing. */
  readonly isSilent: boolean
  /** Emits what is left, padded to a whole frame. Nothing may be taken afterwards. */
  finish(): void
}

export interface FrameMakerOptions {
  readonly emit: (frame: Frame) => void
  /** Ms of a clock that nobody can set. */
  readonly now: () => number
  /** Nothing was heard since then, in ms of that clock; null if it may have been. */
  readonly emptySince?: number | null
  /** Runs again and again; returns a function that stops it. */
  readonly every: (ms: number, run: () => void) => () => void
}

export function createFrameMaker(options: FrameMakerOptions): FrameMaker {
  const { emit, now, every, emptySince = null } = options
  const converter = createConverter()
  const downmix = createDownmix()
  const meter = createLevelMeter()
  const stretcher = createStretcher()
  const framer = createFramer(onFrame)
  let mono = new Float32Array(0)
  let converted = new Float32Array(0)
  let stretched = new Float32Array(0)
  /** Of the last block, in Hz; 0 before the first. */
  let rate = 0
  /** There are samples up to this time. */
  let madeUntil = 0
  let isSilent = false
  let nextFrameAt: number | null = null

  function onFrame(samples: Float32Array): void {
    const capturedAt = nextFrameAt ?? now() - frameMs
    nextFrameAt = capturedAt + frameMs
    emit({ pcm: toPcm(samples), level: meter.take(), capturedAt })
  }

  /** No channels are silence. */
  function push(channels: readonly Float32Array[], length: number): void {
    if (mono.length !== length) mono = new Float32Array(length)
    const room = converter.outputRoom(rate, length)
    if (converted.length < room) converted = new Float32Array(room)
    // A device says nothing of where its channels are.
    downmix.mix(
      channels,
      channels.map(() => -1),
      mono,
    )
    meter.add(channels, mono)
    stretch(converted.subarray(0, converter.process(rate, mono, converted)))
  }

  function stretch(samples: Float32Array): void {
    const room = stretcher.outputRoom(samples.length)
    if (stretched.length < room) stretched = new Float32Array(room)
    framer.push(stretched, stretcher.process(samples, stretched))
  }

  function fillGap(): void {
    const missingMs = now() - madeUntil
    isSilent ||= missingMs > silentAfterMs
    if (rate === 0 || !isSilent) return
    const samples = Math.round((missingMs * rate) / 1_000)
    if (samples === 0) return
    push([], samples)
    madeUntil += (samples * 1_000) / rate
  }

  const stopFilling = every(frameMs, fillGap)
  return {
    take: (block, ratio) => {
      rate = block.rate
      stretcher.ratio = ratio
      if (nextFrameAt === null) {
        const lead = leadBefore(block.capturedAt, emptySince)
        nextFrameAt = block.capturedAt - samplesToMs(lead)
        framer.push(new Float32Array(lead), lead)
      }
      push(block.channels, block.channels[0]?.length ?? 0)
      madeUntil = now()
      isSilent = false
    },
    fillWithSilence: () => {
      if (rate > 0) return
      rate = sampleRate
      madeUntil = now()
      isSilent = true
    },
    get isSilent() {
      return isSilent
    },
    finish: () => {
      stopFilling()
      stretch(converter.flush())
      const rest = stretcher.flush()
      framer.push(rest, rest.length)
      framer.finish()
    },
  }
}

/** How many samples of silence come before the first one of a device. */
function leadBefore(capturedAt: number, emptySince: number | null): number {
  if (emptySince === null) return leadSamples
  const room = Math.min(msToSamples(capturedAt - emptySince), frameSamples)
  const steps = Math.max(0, Math.floor((room - leadSamples) / leadStepSamples))
  return leadSamples + steps * leadStepSamples
}
