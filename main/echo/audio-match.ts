import type { Range } from '../../common/time'
import type { CapturedSource } from '../../common/model'
import { frameMs, silenceDb, type Bands } from './bands'

/** How late the copy of a sound can be, in ms. What seems to be earlier than this is the original. */
export interface Delays {
  readonly leastMs: number
  readonly mostMs: number
}

/**
 * The loudspeaker reaches the microphone after the way through the room, or a wireless link. A voice
 * comes back from the other side, or through the monitor of the system, at least a frame later.
 */
export const delays = {
  microphone: { leastMs: -frameMs / 2, mostMs: 500 },
  system: { leastMs: frameMs / 2, mostMs: 900 },
} as const satisfies Record<CapturedSource, Delays>
/** How early it can be, if it is the original. */
const earliestMs = -900
/** A level counts as sound if it is this far above the noise floor of its band. */
const aboveQuietDb = 6
/** The least correlation of echo. Other voices reach at most 0.5 by chance, echo at least 0.6. */
const minSimilarity = 0.5
/** Room, loudspeaker and frame edges may raise the expected level of the echo by this much. */
const marginDb = 9
/** The expected level is at least the noise floor of the room plus this. */
const quietMarginDb = 12
/** The decay per frame of a room with 0.5 s of reverberation. */
const decayDb = 1.9
/** The excess is averaged over all bands and this many ms. */
const ownMs = 160
/** A person's own voice exceeds this; echo never does, even with 0.7 s of reverberation. */
const ownDb = 2
/** Echo in an ordinary room stays below this; the faintest word that is recognised exceeds it. */
const clearDb = 0.5
/** Automatic gain may raise the microphone above the loudspeaker's signal by at most this. */
const louderAtMostDb = 6

/** How the audio of one source, the copy, relates to that of the other, the original. */
export interface AudioMatch {
  /** The correlation of both levels at the best delay, -1 to 1. */
  readonly similarity: number
  /** That delay of the copy, in ms; below zero it is the original. */
  readonly delayMs: number
  /** The copy's level above the original's, in dB. */
  readonly louderDb: number
  /** The largest level of the copy that the original does not explain, in dB. */
  readonly ownDb: number
}

export type Verdict = 'echo' | 'likely' | 'own'

/** Classifies audio that may be only a copy of the other source. */
export function classify(
  { similarity: alike, delayMs, louderDb, ownDb: own }: AudioMatch,
  { leastMs }: Delays,
): Verdict {
  if (delayMs < leastMs) return 'own'
  if (alike < minSimilarity || louderDb > louderAtMostDb || own >= ownDb) return 'own'
  return own < clearDb ? 'echo' : 'likely'
}

export interface Compared {
  /** What may be a copy. */
  readonly heard: Bands
  /** What it may be a copy of. */
  readonly played: Bands
  /** The part of `heard` that is in question, in ms from the start. The rest shows how it is copied. */
  readonly within: Range
  readonly delays: Delays
}

/**
 * Compares the same range of the time line on both sources. A copy is the original with a delay and
 * a level per band: anything louder has another origin. The delay is searched for in both
 * directions, because the copy may turn out to be the original.
 */
export function matchAudio({ heard, played, within, delays: { mostMs } }: Compared): AudioMatch {
  const { lag, alike } = delayOf(heard, played, mostMs)
  const frames = framesOf(heard)
  const excess = new Float32Array(frames)
  for (const [band, levels] of heard.entries()) {
    const other = played[band] as Float32Array // both have the same bands
    const added = excessOf(levels, other, lag)
    for (const [frame, db] of added.entries()) excess[frame] = (excess[frame] as number) + db
  }
  const smooth = meanOver(excess, Math.round(ownMs / frameMs), heard.length)
  const from = Math.max(0, Math.floor(within.startMs / frameMs))
  const until = Math.min(frames, Math.ceil(within.endMs / frameMs))
  return {
    similarity: alike,
    delayMs: lag * frameMs,
    louderDb: loudness(heard, from, until) - loudness(played, from - lag, until - lag),
    ownDb: Math.max(0, ...smooth.subarray(from, until)),
  }
}

function framesOf(bands: Bands): number {
  return bands[0]?.length ?? 0
}

/** Finds the delay, in frames, with the highest correlation. */
function delayOf(copy: Bands, original: Bands, mostMs: number): { lag: number; alike: number } {
  const heard = copy.map(aboveQuiet)
  const played = original.map(aboveQuiet)
  let best = { lag: 0, alike: -1 }
  for (let lag = Math.round(earliestMs / frameMs); lag * frameMs <= mostMs; lag += 1) {
    const alike = correlation(heard, played, lag)
    if (alike > best.alike) best = { lag, alike }
  }
  return best
}

function aboveQuiet(levels: Float32Array): Float32Array {
  const quiet = quietOf(levels) + aboveQuietDb
  return levels.map((level) => Math.max(0, level - quiet))
}

/** The noise floor of a band: at least a tenth of any speech is pauses. */
function quietOf(levels: Float32Array): number {
  return quantile(levels, 0.1)
}

function quantile(values: Float32Array, share: number): number {
  return values.toSorted()[Math.floor(share * (values.length - 1))] ?? silenceDb
}

/** Pearson correlation over all bands of the frames that both have at this delay. */
function correlation(heard: Bands, played: Bands, lag: number): number {
  let [n, x, y, xx, yy, xy] = [0, 0, 0, 0, 0, 0]
  for (const [band, a] of heard.entries()) {
    const b = played[band] as Float32Array // both have the same bands
    const until = Math.min(a.length, b.length + lag)
    for (let frame = Math.max(0, lag); frame < until; frame += 1) {
      const p = a[frame] as number // within both
      const q = b[frame - lag] as number
      n += 1
      x += p
      y += q
      xx += p * p
      yy += q * q
      xy += p * q
    }
  }
  const spread = Math.sqrt((xx - (x * x) / n) * (yy - (y * y) / n))
  return spread > 0 ? (xy - (x * y) / n) / spread : 0
}

/** The level of one band of the copy that the original does not explain, in dB for each frame. */
function excessOf(heard: Float32Array, played: Float32Array, lag: number): Float32Array {
  const quiet = quietOf(heard) + quietMarginDb
  const gain = gainOf(heard, played, lag)
  let echo = silenceDb
  return heard.map((level, frame) => {
    // Also the next frame, because the delay is not a whole number of frames.
    const now = Math.max(played[frame - lag] ?? silenceDb, played[frame - lag + 1] ?? silenceDb)
    echo = Math.max(now, echo - decayDb)
    const expected = Math.max(echo + gain + marginDb, quiet)
    return Math.max(0, level - expected)
  })
}

/**
 * The gain from loud audio of the original to the copy, in dB. Not the median: while somebody else
 * speaks as well, the lower gains are those of the copy alone.
 */
function gainOf(heard: Float32Array, played: Float32Array, lag: number): number {
  const loud = Math.max(quantile(played, 0.75), quietOf(played) + 10)
  const gains: number[] = []
  for (const [frame, level] of played.entries()) {
    const there = heard[frame + lag]
    if (level > loud && there !== undefined) gains.push(there - level)
  }
  return gains.length < 5 ? silenceDb : quantile(Float32Array.from(gains), 0.3)
}

/** Averages over this many frames around each frame, and over the bands. */
function meanOver(sums: Float32Array, frames: number, bands: number): Float32Array {
  return sums.map((_, at) => {
    const part = sums.subarray(Math.max(0, at - frames / 2), at + frames / 2)
    return part.reduce((sum, value) => sum + value, 0) / (part.length * bands)
  })
}

/** The power of all bands between two frames, in dB. */
function loudness(bands: Bands, from: number, until: number): number {
  let sum = 0
  for (const levels of bands) {
    for (const level of levels.subarray(Math.max(0, from), Math.max(0, until))) {
      sum += 10 ** (level / 10)
    }
  }
  return 10 * Math.log10(sum / Math.max(1, until - from) + 1e-12)
}
