import type { DecodeCost } from './decode-queue'

/** Measures what decoding costs on this computer. */
export interface SpeedMeter {
  addDecode(cost: DecodeCost): void
  /** Adds audio received by any session, in ms. */
  addAudio(ms: number): void
  /** Returns decode time divided by audio time (the share of one core), or null before any audio. */
  load(): number | null
  /** Returns whether whole turns take so long to decode that the text falls behind. */
  tooSlow(): boolean
  /** Clears all measurements after a change of model. */
  reset(): void
}

const judged = 5
/** Shorter clips measure overhead rather than speed. */
const shortestMs = 2_000
/** At this ratio a turn of 9 s arrives 3.6 s late, and two sources use nearly a whole core. */
const slowRatio = 0.4

export function createSpeedMeter(): SpeedMeter {
  let decodeMs = 0
  let audioMs = 0
  let ratios: number[] = []

  return {
    addDecode(cost) {
      decodeMs += cost.decodeMs
      if (cost.kind === 'partial' || cost.audioMs < shortestMs) return
      ratios = [...ratios, cost.decodeMs / cost.audioMs].slice(-judged)
    },
    addAudio(ms) {
      audioMs += ms
    },
    load: () => (audioMs === 0 ? null : decodeMs / audioMs),
    tooSlow() {
      if (ratios.length < judged) return false
      const median = [...ratios].sort((a, b) => a - b)[Math.floor(judged / 2)] ?? 0
      return median > slowRatio
    },
    reset() {
      decodeMs = 0
      audioMs = 0
      ratios = []
    },
  }
}
