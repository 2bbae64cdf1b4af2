import { createFramer } from './framer'
import { createLevelMeter, type FrameLevel } from './level'
import { toPcm } from './pcm'
import { createResampler } from './resampler'

/** One frame of 50 ms: 16 kHz mono s16, and the level of what the device gave for it. */
export interface Frame {
  readonly pcm: ArrayBuffer
  readonly level: FrameLevel
}

/** From the blocks of a device to frames; `input` may have any number of channels, also none. */
export interface FrameMaker {
  /** `length` is the number of samples in each channel; without channels it is silence. */
  push(channels: readonly Float32Array[], length: number): void
  /** Emits what is left, padded to a whole frame. */
  finish(): void
}

export function createFrameMaker(deviceRate: number, emit: (frame: Frame) => void): FrameMaker {
  const resampler = createResampler(deviceRate)
  const meter = createLevelMeter()
  const framer = createFramer((frame) => emit({ pcm: toPcm(frame), level: meter.take() }))
  let mono = new Float32Array(0)
  let resampled = new Float32Array(0)

  return {
    push: (channels, length) => {
      if (mono.length !== length) {
        mono = new Float32Array(length)
        resampled = new Float32Array(resampler.outputRoom(length))
      }
      mixToMono(channels, mono)
      meter.add(channels, mono)
      framer.push(resampled, resampler.process(mono, resampled))
    },
    finish: () => {
      const rest = new Float32Array(resampler.outputRoom(0))
      framer.push(rest, resampler.flush(rest))
      framer.finish()
    },
  }
}

/** The mean of the channels; silence where there are none. */
function mixToMono(channels: readonly Float32Array[], mono: Float32Array): void {
  const [first, ...others] = channels
  if (first === undefined) {
    mono.fill(0)
    return
  }
  mono.set(first)
  if (others.length === 0) return
  for (const channel of others) {
    for (let index = 0; index < mono.length; index += 1) {
      mono[index] = (mono[index] as number) + (channel[index] as number) // both of this length
    }
  }
  for (let index = 0; index < mono.length; index += 1) {
    mono[index] = (mono[index] as number) / channels.length // within the length
  }
}
