import { sampleRate } from '../../../common/model/sound'
import type { ToneWord } from '../../speech/tones'

/** Sound that arrived somewhere: when (ms since 1970), and how much of it. */
export interface Arrival {
  readonly at: number
  readonly bytes: number
}

/** One stream of 16-bit sound at 16 kHz, with the words that were heard in it. */
export interface HeardStream {
  readonly arrivals: readonly Arrival[]
  readonly words: readonly ToneWord[]
}

const bytesPerMs = (2 * sampleRate) / 1_000
/** The delay of sound is looked at in steps of so many ms. */
const stepMs = 10

export const lengthMs = ({ arrivals }: HeardStream): number =>
  arrivals.reduce((sum, { bytes }) => sum + bytes, 0) / bytesPerMs

/**
 * Where a place of one stream is in another one, both in ms, by the nearest word that both have. Null
 * without such a word.
 */
export function placeIn(
  other: HeardStream,
  { words }: HeardStream,
): ((atMs: number) => number) | null {
  const ends = new Map(other.words.map(({ number, endMs }) => [number, endMs]))
  const pairs = words.flatMap(({ number, endMs }) => {
    const end = ends.get(number)
    return end === undefined ? [] : [{ endMs, shiftMs: end - endMs }]
  })
  if (pairs.length === 0) return null
  return (atMs) => {
    const nearest = pairs.reduce((best, pair) =>
      Math.abs(pair.endMs - atMs) < Math.abs(best.endMs - atMs) ? pair : best,
    )
    return atMs + nearest.shiftMs
  }
}

/** When the sound at each place of a stream had arrived, in ms since 1970; null after its end. */
function arrivalTimes({ arrivals }: HeardStream): (atMs: number) => number | null {
  let end = 0
  const ends = arrivals.map(({ at, bytes }) => ({ at, endMs: (end += bytes / bytesPerMs) }))
  return (atMs) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle]?.endMs ?? 0) < atMs) low = middle + 1
      else high = middle
    }
    return ends[low]?.at ?? null
  }
}

/**
 * How long sound took to the service, beside the same sound in a plain recording of the device, in ms
 * and in steps of 10 ms of sound. So a frame that waits until it is full counts with its wait.
 */
export function wireDelays(sent: HeardStream, device: HeardStream): number[] {
  const place = placeIn(device, sent)
  if (place === null) return []
  const arrived = arrivalTimes(sent)
  const captured = arrivalTimes(device)
  const delays: number[] = []
  for (let atMs = stepMs; atMs < lengthMs(sent); atMs += stepMs) {
    const there = arrived(atMs)
    const here = captured(place(atMs))
    if (there !== null && here !== null) delays.push(there - here)
  }
  return delays
}
