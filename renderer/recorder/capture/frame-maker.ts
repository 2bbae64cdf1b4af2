import { createConverter } from './converter'
import { createFramer } from './framer'
import { createLevelMeter, type FrameLevel } from './level'
import { toPcm } from './pcm'

/** One frame of 50 ms: 16 kHz mono s16, and the level of what the device gave for it. */
export interface Frame {
  readonly pcm: ArrayBuffer
  readonly level: FrameLevel
}

/** From the blocks of a device to frames; `input` may have any number of channels, also none. */
export interface FrameMaker {
  /** `rate` is this block's, in Hz, `length` its samples in each channel; no channels are silence. */
  push(rate: number, channels: readonly Float32Array[], length: number): void
  /** Emits what is left, padded to a whole frame. */
  finish(): void
}

export function createFrameMaker(emit: (frame: Frame) => void): FrameMaker {
  const converter = createConverter()
  const meter = createLevelMeter()
  const framer = createFramer((frame) => emit({ pcm: toPcm(frame), level: meter.take() }))
  let mono = new Float32Array(0)
  let converted = new Float32Array(0)

  return {
    push: (rate, channels, length) => {
      if (mono.length !== length) mono = new Float32Array(length)
      const room = converter.outputRoom(rate, length)
      if (converted.length < room) converted = new Float32Array(room)
      mixToMono(channels, mono)
      meter.add(channels, mono)
      framer.push(converted, converter.process(rate, mono, converted))
    },
    finish: () => {
      const rest = converter.flush()
      framer.push(rest, rest.length)
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
