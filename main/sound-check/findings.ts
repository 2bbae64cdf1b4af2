import type { CheckFinding, Level, CapturedSource } from '../../common/model'

/** The loudness of a source during a check; 1 is full scale. */
export interface Loudness {
  readonly peak: number
  /** The rms of its loud parts (the 90th percentile). */
  readonly loud: number
  /** The number of tenths of a second with clipping. */
  readonly clipped: number
}

interface Limits {
  /** The peak in dB of full scale below which the source is silent. */
  readonly silentPeak: number
  /** The level of the loud parts in dB below which the source is too quiet. */
  readonly quiet: number
}

/** Speech at a microphone is at -30 to -15 dB; automatic gain raises silence to -68 dB. */
const limits: Record<CapturedSource, Limits> = {
  microphone: { silentPeak: -65, quiet: -45 },
  system: { silentPeak: -60, quiet: -50 },
}
/** A single clipped tenth may be a knock on the table. */
const clippedAtMost = 1

export function loudnessOf(levels: readonly Level[]): Loudness {
  const rms = levels.map((level) => level.rms).sort((a, b) => a - b)
  return {
    peak: Math.max(0, ...levels.map(({ peak }) => peak)),
    loud: rms[Math.floor(0.9 * (rms.length - 1))] ?? 0,
    clipped: levels.filter(({ clipped }) => clipped).length,
  }
}

/** Returns the findings on a source, most important first; `fine` if its level is right. */
export function findingsOf(
  source: CapturedSource,
  { peak, loud, clipped }: Loudness,
  substitute: boolean,
): CheckFinding[] {
  const { silentPeak, quiet } = limits[source]
  const level = (): CheckFinding => {
    if (decibels(peak) < silentPeak) return 'silent'
    if (clipped > clippedAtMost) return 'loud'
    return decibels(loud) < quiet ? 'quiet' : 'fine'
  }
  return substitute ? ['substitute', level()] : [level()]
}

function decibels(value: number): number {
  return 20 * Math.log10(value)
}
