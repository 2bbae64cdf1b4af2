import type { Loudness } from './track-sound'

/** Below this no gain makes speech audible: -100 dB of full scale. */
const nothing = 1e-5
/** Speech whose loudest 100 ms are below -36 dB would lose too much in 16 bits. */
const faintBelow = 0.016
/** The loudest 100 ms of speech at a usual level. */
const usual = 0.16
/** Peaks end a little below full scale. */
const highest = 0.97
const most = 4_000

/**
 * The factor that brings a track to level, or 1 if it can stay as it is: a faint one is raised, one
 * with samples beyond full scale is lowered, so that its peaks are not cut off.
 */
export function gainFor({ peak, loudest }: Loudness): number {
  if (!(loudest > nothing)) return 1
  if (peak > 1.05) return highest / peak
  if (loudest >= faintBelow) return 1
  // A click is louder than the speech around it; it may be cut off.
  return Math.min(most, usual / loudest, Math.max(highest / peak, 0.04 / loudest))
}
