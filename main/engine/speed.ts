import type { DecodeCost } from './decode-queue'

/** What decoding costs on this computer. */
export interface SpeedMeter {
  addDecode(cost: DecodeCost): void
  /** Audio taken in, of all sessions together. */
  addAudio(ms: number): void
  /** Share of one core that decoding took of the audio so far; null before any. */
  load(): number | null
  /** Whether whole turns take so long to decode that the words fall behind. */
  tooSlow(): boolean
  /** Forgets everything, after a change of model. */
  reset(): void
}

const judged = 5
/** Shorter clips say more about overheads than about speed. */
const shortestMs = 2_000
/** A turn of 9 s then comes 3.6 s late; with two sources nearly all of a core is gone. */
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
