import { frameMs, silenceDb, type Bands } from './bands'

/** The loudspeaker comes after its signal; the two sources' clocks differ by up to the first of these. */
const earliestMs = -100
const latestMs = 500
/** A level counts as sound this far above the quiet of its band. */
const aboveQuietDb = 6
/** How alike the two must be. Other voices reach 0.5 by chance at the most, echo in a room 0.6 and more. */
const alikeAtLeast = 0.5
/** What a room, a loudspeaker and the frames' edges may add to the level that is expected of echo. */
const marginDb = 9
/** Where the expected echo is quieter than the quiet of the room, that counts, and this much more. */
const quietMarginDb = 12
/** A room of 0.5 s of reverberation, each frame. */
const decayDb = 1.9
/** What stands out is measured on the mean of all bands and of this many ms. */
const ownMs = 160
/** An own voice stands out by more than this; echo never does, in a room of 0.7 s neither. */
const ownDb = 2
/** Echo in a usual room stands out by less than this, and the faintest word that is understood by more. */
const clearDb = 0.5
/** Its automatic level may make the microphone louder than the loudspeaker's signal, but not more. */
const louderAtMostDb = 6

/** What the microphone's sound is made of, next to the system's. */
export interface Likeness {
  /** How alike the levels of both are at the best delay, -1 to 1. */
  readonly alike: number
  /** That delay of the microphone, in ms. */
  readonly delayMs: number
  /** How loud the microphone is, in dB more than the system. */
  readonly louderDb: number
  /** The most that stands out of what the system explains, in dB. */
  readonly ownDb: number
}

/** Whether the microphone heard the loudspeaker and nothing else. */
export function verdictOf({ alike, louderDb, ownDb: own }: Likeness): 'echo' | 'likely' | 'own' {
  if (alike < alikeAtLeast || louderDb > louderAtMostDb || own >= ownDb) return 'own'
  return own < clearDb ? 'echo' : 'likely'
}

/**
 * Compares the same stretch of the time line on both sources. An own voice is looked for between the
 * two times, in ms from its start; the rest tells how the loudspeaker sounds in this room. Echo is
 * the system's sound at a delay and, in each band, at a level: what is louder has another origin.
 */
export function compare(
  microphone: Bands,
  system: Bands,
  within: { readonly startMs: number; readonly endMs: number },
): Likeness {
  const { lag, alike } = delayOf(microphone, system)
  const frames = framesOf(microphone)
  const excess = new Float32Array(frames)
  for (const [band, heard] of microphone.entries()) {
    const played = system[band] as Float32Array // both have the same bands
    addExcess(heard, played, lag, excess)
  }
  const smooth = meanOver(excess, Math.round(ownMs / frameMs), microphone.length)
  const from = Math.max(0, Math.floor(within.startMs / frameMs))
  const until = Math.min(frames, Math.ceil(within.endMs / frameMs))
  return {
    alike,
    delayMs: lag * frameMs,
    louderDb: loudness(microphone, from, until) - loudness(system, from - lag, until - lag),
    ownDb: Math.max(0, ...smooth.subarray(from, until)),
  }
}

function framesOf(bands: Bands): number {
  return bands[0]?.length ?? 0
}

/** The delay in frames at which the levels are most alike. */
function delayOf(microphone: Bands, system: Bands): { lag: number; alike: number } {
  const heard = microphone.map(aboveQuiet)
  const played = system.map(aboveQuiet)
  let best = { lag: 0, alike: -1 }
  for (let lag = Math.round(earliestMs / frameMs); lag * frameMs <= latestMs; lag += 1) {
    const alike = correlation(heard, played, lag)
    if (alike > best.alike) best = { lag, alike }
  }
  return best
}

function aboveQuiet(levels: Float32Array): Float32Array {
  const quiet = quietOf(levels) + aboveQuietDb
  return levels.map((level) => Math.max(0, level - quiet))
}

/** The level of a band while nobody speaks: speech pauses for a tenth of the time at least. */
function quietOf(levels: Float32Array): number {
  return quantile(levels, 0.1)
}

function quantile(values: Float32Array, share: number): number {
  return values.toSorted()[Math.floor(share * (values.length - 1))] ?? silenceDb
}

/** Pearson's, over all bands, of the frames that both have at this delay. */
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

/** Adds how much louder one band of the microphone is than the system can explain, in dB. */
function addExcess(
  heard: Float32Array,
  played: Float32Array,
  lag: number,
  excess: Float32Array,
): void {
  const quiet = quietOf(heard) + quietMarginDb
  const gain = gainOf(heard, played, lag)
  let echo = silenceDb
  for (const [frame, level] of heard.entries()) {
    // The frame after it too, since a delay is not a whole number of frames.
    const now = Math.max(played[frame - lag] ?? silenceDb, played[frame - lag + 1] ?? silenceDb)
    echo = Math.max(now, echo - decayDb)
    const expected = Math.max(echo + gain + marginDb, quiet)
    excess[frame] = (excess[frame] as number) + Math.max(0, level - expected) // of the same length
  }
}

/**
 * The level at which the microphone hears what the system plays loudly, in dB. Not the middle: where
 * a person speaks as well, the lower ones are those of echo alone.
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

/** The mean over so many frames around each, and over the bands. */
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
