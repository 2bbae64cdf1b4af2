import type { CheckFinding, Level, CapturedSource } from '../../preload/model'

/** How loud a source was while it was checked; 1 is full scale. */
export interface Loudness {
  readonly peak: number
  /** The rms of its loud parts: what only a tenth of the time is above. */
  readonly loud: number
  /** In how many tenths of a second it was cut off. */
  readonly clipped: number
}

interface Limits {
  /** dB of full scale of the peak, below which there is nothing. */
  readonly silentPeak: number
  /** And of the loud parts, below which there is too little. */
  readonly quiet: number
}

/** Speech at a microphone is at -30 to -15 dB; the automatic level makes -68 dB of nothing. */
const limits: Record<CapturedSource, Limits> = {
  microphone: { silentPeak: -65, quiet: -45 },
  system: { silentPeak: -60, quiet: -50 },
}
/** One tenth may be a knock on the table. */
const clippedAtMost = 1

export function loudnessOf(levels: readonly Level[]): Loudness {
  const rms = levels.map((level) => level.rms).sort((a, b) => a - b)
  return {
    peak: Math.max(0, ...levels.map(({ peak }) => peak)),
    loud: rms[Math.floor(0.9 * (rms.length - 1))] ?? 0,
    clipped: levels.filter(({ clipped }) => clipped).length,
  }
}

/** What to say of a source, the most important first; `fine` stands where nothing is wrong with its level. */
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
