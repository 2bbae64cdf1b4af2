import { sampleRate } from '../../common/model'
import { msToSamples } from '../../common/time'

/** How far the delay may be from the one that the levels gave, in ms. */
const aroundMs = 24
/** Waves are compared for so long at once, in ms: the clocks of two devices part after a while. */
const windowMs = 200

/**
 * How alike two sounds of 16 kHz are, wave by wave, near a delay of `heard`: 0 to 1. Two voices that
 * say the same have the same levels for a moment, but never the same waves.
 */
export function wavesAlike(heard: Float32Array, played: Float32Array, delayMs: number): number {
  const around = Math.round((aroundMs * sampleRate) / 1_000)
  const middle = Math.round((delayMs * sampleRate) / 1_000)
  const length = msToSamples(windowMs)
  let [sum, weight] = [0, 0]
  for (let from = 0; from < heard.length; from += length) {
    const until = Math.min(heard.length, from + length)
    let best = 0
    for (let lag = middle - around; lag <= middle + around; lag += 1) {
      best = Math.max(best, Math.abs(correlation({ heard, played, lag, from, until })))
    }
    const energy = heard.subarray(from, until).reduce((total, value) => total + value * value, 0)
    sum += best * energy
    weight += energy
  }
  return weight > 0 ? sum / weight : 0
}

interface Window {
  readonly heard: Float32Array
  readonly played: Float32Array
  /** In samples, of `heard`. */
  readonly lag: number
  readonly from: number
  readonly until: number
}

function correlation({ heard, played, lag, from, until }: Window): number {
  let [ab, aa, bb] = [0, 0, 0]
  for (let at = from; at < until; at += 1) {
    const a = heard[at] as number // within the window
    const b = played[at - lag] ?? 0
    ab += a * b
    aa += a * a
    bb += b * b
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0
}
