import { createDownmix } from '../audio/downmix'
import type { DecodedFrame, TrackResampler } from './media-decoder'
import { createTrackClock, type TrackClock, type TrackClockOptions } from './track-clock'

/** One track of a file as 16 kHz mono; `take` gets the samples in order. */
export interface TrackSound {
  add(frame: DecodedFrame): void
  /** Gives the rest. Nothing may be added afterwards. */
  end(): void
  /** The end of the sound so far, in seconds of the track's time line. */
  endSeconds(): number
  /** How loud the track is so far. */
  loudness(): Loudness
}

/** 1 is full scale. */
export interface Loudness {
  /** The loudest sample before it was clipped. */
  readonly peak: number
  /** The loudest 100 ms: their root mean square. */
  readonly loudest: number
}

export interface TrackSoundOptions extends TrackClockOptions {
  /** How long the encoder delayed the sound, in seconds, by its first frame. */
  readonly delayOf: (first: DecodedFrame) => number
  readonly resampler: TrackResampler
  /** A factor for all samples. */
  readonly gain: number
  /** Takes samples at 16 kHz; the array is used again afterwards. */
  readonly take: (samples: Float32Array) => void
}

/** 100 ms at 16 kHz. */
const windowSamples = 1_600
/** Silence is made in pieces of this many samples. */
const silenceSamples = 48_000
/** Nothing that a microphone records has other rates. */
const rates = { min: 1_000, max: 768_000 }

export function createTrackSound(options: TrackSoundOptions): TrackSound {
  let clock: TrackClock | null = null
  const downmix = createDownmix()
  let mono = new Float32Array(0)
  let peak = 0
  let loudest = 0
  let energy = 0
  let inWindow = 0

  function measure(samples: Float32Array): void {
    for (let at = 0; at < samples.length; at += 1) {
      const value = samples[at] as number // at < length
      const size = Math.abs(value)
      if (size > peak) peak = size
      energy += value * value
      inWindow += 1
      if (inWindow === windowSamples) {
        loudest = Math.max(loudest, Math.sqrt(energy / windowSamples))
        energy = 0
        inWindow = 0
      }
    }
  }

  function give(samples: Float32Array): void {
    measure(samples)
    if (options.gain !== 1) {
      for (let at = 0; at < samples.length; at += 1) {
        samples[at] = (samples[at] as number) * options.gain
      }
    }
    options.take(samples)
  }

  const convert = (samples: Float32Array, rate: number) =>
    give(options.resampler.process(rate, samples))

  return {
    add: (frame) => {
      const { timeSeconds, rate, planes, channels } = frame
      const samples = planes[0]?.length ?? 0
      if (samples === 0 || rate < rates.min || rate > rates.max) return
      clock ??= createTrackClock({
        ...options,
        zeroSeconds: options.zeroSeconds + options.delayOf(frame),
      })
      const { silence, skip } = clock.place(timeSeconds, samples, rate)
      if (mono.length < samples) mono = new Float32Array(samples)
      const mixed = mono.subarray(0, samples)
      downmix.mix(planes, channels, mixed)
      withoutNonsense(mixed)
      // Only now: the planes are gone once the resampler works.
      for (let left = silence; left > 0; left -= silenceSamples) {
        convert(new Float32Array(Math.min(left, silenceSamples)), rate)
      }
      convert(mixed.subarray(skip), rate)
    },
    end: () => {
      give(options.resampler.flush())
      if (inWindow > 0) loudest = Math.max(loudest, Math.sqrt(energy / windowSamples))
    },
    endSeconds: () => clock?.endSeconds() ?? 0,
    loudness: () => ({ peak, loudest }),
  }
}

/** Float files can hold infinity and NaN, which a filter would spread. */
function withoutNonsense(samples: Float32Array): void {
  for (let at = 0; at < samples.length; at += 1) {
    if (!Number.isFinite(samples[at])) samples[at] = 0
  }
}
