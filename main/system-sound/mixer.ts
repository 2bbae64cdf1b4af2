import { streamRate } from './pulse/messages'

const samplesPerMs = streamRate / 1_000
/** One sample of left and one of right, of 16 bits each. */
const bytesOfPair = 4
/** How much the mix delivers at once. */
const blockSamples = 20 * samplesPerMs
/** The mix is at least this far behind the clock, so that a stream that begins still fits in. */
const delaySamples = 60 * samplesPerMs
/** A stream that is further behind than this is not waited for. */
const longestWaitSamples = 500 * samplesPerMs
/** If nothing was mixed for so long, in ms, this process stood still, and sound waits to be read. */
const standstillMs = 200
/** A stream is compared with the clock once in this time, in ms. */
const windowMs = 1_000
/** It is moved at once if it is this late: silence is put in. If it is early, nothing is cut out. */
const jumpSamples = 100 * samplesPerMs
/** Otherwise it is stretched, by at most 2 %, if it is further off than this. */
const slackSamples = 2 * samplesPerMs
const mostStretch = 0.02
/** Twice of what one window can bring. */
const farSamples = 2 * mostStretch * windowMs * samplesPerMs

/** 20 ms of the mix. */
export interface MixedBlock {
  /** Left and right. The sum of several programs can exceed 1. */
  readonly channels: Pair
  /** When its first sample was heard, in ms of the clock of `arrivedAt`. */
  readonly capturedAt: number
}

/** Left and right, of the same length. */
type Pair = readonly [Float32Array, Float32Array]

/**
 * Adds streams of sound that come from different outputs, each with a clock of its own. The
 * computer's clock leads: each stream is placed by the time of its arrival, and one whose clock is
 * faster or slower is stretched a little.
 */
export interface Mixer {
  /** Little-endian s16, left and right in turn. */
  take(stream: string, pcm: Buffer, arrivedAt: number): void
  /** The stream is over, or its program pauses. */
  rest(stream: string): void
  /** What can be mixed now. */
  mixUntil(now: number): MixedBlock[]
}

interface Stream {
  /** Pieces that follow each other, up to `end`. */
  pieces: { readonly start: number; readonly sound: Pair }[]
  /** The position after its last sample. */
  end: number
  /** The least that its sound came too late in this window, in samples. */
  leastLate: number
  windowAt: number
  /** Samples to add for each sample, or to take away. */
  stretch: number
}

/** `beginAt`: from when on there is a mix, in ms of the clock of all other times. */
export function createMixer(beginAt: number): Mixer {
  const streams = new Map<string, Stream>()
  /** The position of the next block. */
  let position = 0
  let lastMixAt = beginAt

  const positionAt = (time: number) => Math.round((time - beginAt) * samplesPerMs)

  /** Compares the stream with the clock, and brings it closer. */
  function follow(stream: Stream, arrivedAt: number): void {
    stream.leastLate = Math.min(stream.leastLate, positionAt(arrivedAt) - stream.end)
    if (arrivedAt - stream.windowAt < windowMs) return
    const late = stream.leastLate
    // In a window in which it was stretched, the stream came closer: that measures little.
    const isMeasured = stream.stretch === 0 || Math.abs(late) > farSamples
    stream.stretch = 0
    if (isMeasured && late > jumpSamples) stream.end += late
    else if (isMeasured && Math.abs(late) > slackSamples) {
      // What is missing, spread over the next window.
      const share = late / samplesPerMs / windowMs
      stream.stretch = Math.max(-mostStretch, Math.min(mostStretch, share))
    }
    stream.windowAt = arrivedAt
    stream.leastLate = Infinity
  }

  function mixInto(block: Pair): void {
    for (const stream of streams.values()) {
      for (const { start, sound } of stream.pieces) addPiece(block, start - position, sound)
      const next = position + blockSamples
      stream.pieces = stream.pieces.filter(({ start, sound }) => start + lengthOf(sound) > next)
    }
  }

  return {
    take: (id, pcm, arrivedAt) => {
      const length = Math.floor(pcm.length / bytesOfPair)
      if (length < 2) return
      const now = positionAt(arrivedAt)
      const stream = streams.get(id) ?? {
        pieces: [],
        end: now - length,
        leastLate: Infinity,
        windowAt: arrivedAt,
        stretch: 0,
      }
      streams.set(id, stream)
      // What would be in the past was held up, or follows a pause.
      if (stream.end < position) {
        stream.end = Math.max(position, now - length)
        stream.leastLate = Infinity
        stream.windowAt = arrivedAt
      }
      const sound = stretched(pcm, length, length + Math.round(length * stream.stretch))
      stream.pieces.push({ start: stream.end, sound })
      stream.end += lengthOf(sound)
      follow(stream, arrivedAt)
    },
    rest: (id) => void streams.delete(id),
    mixUntil: (now) => {
      const stoodStill = now - lastMixAt > standstillMs
      lastMixAt = now
      if (stoodStill) return []
      const latest = positionAt(now)
      const waited = [...streams.values()]
        .map(({ end }) => end)
        .filter((end) => end > latest - longestWaitSamples)
      const until = Math.min(latest - delaySamples, ...waited)
      const blocks: MixedBlock[] = []
      while (position + blockSamples <= until) {
        const block: Pair = [new Float32Array(blockSamples), new Float32Array(blockSamples)]
        mixInto(block)
        blocks.push({ channels: block, capturedAt: beginAt + position / samplesPerMs })
        position += blockSamples
      }
      return blocks
    },
  }
}

/** The length of little-endian s16, left and right in turn, in ms. */
export function lengthMs(pcm: Buffer): number {
  return pcm.length / bytesOfPair / samplesPerMs
}

function lengthOf([left]: Pair): number {
  return left.length
}

/** Adds a piece that begins `at` samples after the block; what is outside of it is left out. */
function addPiece(block: Pair, at: number, sound: Pair): void {
  const from = Math.max(0, -at)
  const until = Math.min(lengthOf(sound), blockSamples - at)
  for (const channel of [0, 1] as const) {
    const samples = block[channel]
    for (let index = from; index < until; index += 1) {
      const value = sound[channel][index] as number // within the piece
      samples[at + index] = (samples[at + index] as number) + value // within the block
    }
  }
}

/** The same sound in another number of samples, a few more or less. */
function stretched(pcm: Buffer, length: number, wanted: number): Pair {
  const { left, right } = split(pcm, length)
  return wanted === length ? [left, right] : [stretch(left, wanted), stretch(right, wanted)]
}

/** Left and right, each sample from -1 to 1. */
function split(pcm: Buffer, length: number): { left: Float32Array; right: Float32Array } {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength)
  const left = new Float32Array(length)
  const right = new Float32Array(length)
  for (let index = 0; index < length; index += 1) {
    left[index] = view.getInt16(index * bytesOfPair, true) / 32_768
    right[index] = view.getInt16(index * bytesOfPair + 2, true) / 32_768
  }
  return { left, right }
}

function stretch(samples: Float32Array, wanted: number): Float32Array {
  const { length } = samples
  const step = (length - 1) / (wanted - 1)
  const longer = new Float32Array(wanted)
  for (let index = 0; index < wanted; index += 1) {
    const before = Math.min(length - 2, Math.floor(index * step))
    const first = samples[before] as number // before and the next one are within the samples
    longer[index] = first + ((samples[before + 1] as number) - first) * (index * step - before)
  }
  return longer
}
