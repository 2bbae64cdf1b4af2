import { sampleRate } from '../../common/model'
import type { TrackLevels } from '../audio-files'

/** Returns samples of a track from a position on; fewer at its end. */
export type ReadTrack = (track: number, firstSample: number, count: number) => Promise<Int16Array>

/** Two tracks whose loudness correlates less than this have different audio. */
const likelyAlike = 0.9
/** Two tracks have the same audio if their waves correlate more than this. */
const sameSound = 0.9
/** How many of the loudest seconds are compared. */
const comparedSeconds = 4
/** Codecs can delay their audio by this much against each other. */
const mostLag = (40 * sampleRate) / 1_000
const powersInSecond = 10

/**
 * Which tracks are transcribed: those with somebody to hear. A file may hold the same sound in two
 * codecs, or the mix of all other tracks beside them; either would double each word, so a copy and a
 * mix are left out.
 */
export async function tracksToKeep(
  tracks: readonly Pick<TrackLevels, 'silent' | 'powers'>[],
  read: ReadTrack,
): Promise<number[]> {
  const kept: number[] = []
  for (const [index, { silent }] of tracks.entries()) {
    if (!silent && !(await isCopy(index))) kept.push(index)
  }
  if (kept.length < 3) return kept
  for (const index of kept) {
    const others = kept.filter((other) => other !== index)
    if (await holds(index, others)) return others
  }
  return kept

  /** Whether one of the kept tracks has the same sound, neither more nor less. */
  async function isCopy(index: number): Promise<boolean> {
    for (const other of kept) {
      if ((await holds(index, [other])) && (await holds(other, [index]))) return true
    }
    return false
  }

  /** Whether a track is the sum of other tracks at its loudest. */
  async function holds(index: number, others: readonly number[]): Promise<boolean> {
    const powers = powersOf(index)
    const sum = powers.map((_, at) =>
      others.reduce((all, each) => all + (powersOf(each)[at] ?? 0), 0),
    )
    if (likeness(powers, sum) < likelyAlike) return false
    for (const second of loudestSeconds(powers)) {
      const from = second * sampleRate
      const wave = await read(index, from, sampleRate)
      const length = sampleRate + 2 * mostLag
      // Before the start there is silence.
      const before = Math.max(0, mostLag - from)
      const parts = await Promise.all(
        others.map((other) => read(other, from - mostLag + before, length - before)),
      )
      const mixed = Float32Array.from({ length }, (_, at) =>
        parts.reduce((all, part) => all + (part[at - before] ?? 0), 0),
      )
      if (bestCorrelation(wave, mixed) < sameSound) return false
    }
    return true
  }

  function powersOf(index: number): readonly number[] {
    return tracks[index]?.powers ?? []
  }
}

/** The correlation of two loudness curves, whatever their levels: 1 for the same curve. */
function likeness(a: readonly number[], b: readonly number[]): number {
  let [both, ofA, ofB] = [0, 0, 0]
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    // Square roots, so that a few loud moments do not decide.
    const [x, y] = [Math.sqrt(a[at] ?? 0), Math.sqrt(b[at] ?? 0)]
    both += x * y
    ofA += x * x
    ofB += y * y
  }
  return ofA === 0 || ofB === 0 ? 0 : both / Math.sqrt(ofA * ofB)
}

function loudestSeconds(powers: readonly number[]): number[] {
  const seconds = Array.from(
    { length: Math.floor(powers.length / powersInSecond) },
    (_, second) => ({
      second,
      power: powers
        .slice(second * powersInSecond, (second + 1) * powersInSecond)
        .reduce((sum, power) => sum + power, 0),
    }),
  )
  seconds.sort((a, b) => b.power - a.power)
  return seconds.length === 0 ? [0] : seconds.slice(0, comparedSeconds).map(({ second }) => second)
}

/** The best correlation of a wave with a longer one, over all lags. */
function bestCorrelation(wave: Int16Array, longer: Float32Array): number {
  const ofWave = Math.sqrt(wave.reduce((sum, value) => sum + value * value, 0))
  let best = 0
  for (let lag = 0; lag + wave.length <= longer.length; lag += 1) {
    let [both, energy] = [0, 0]
    // Every fourth sample is enough, and takes a quarter of the time.
    for (let at = 0; at < wave.length; at += 4) {
      const other = longer[lag + at] as number // lag + wave.length is within longer
      both += (wave[at] as number) * other
      energy += other * other
    }
    const scale = ofWave * Math.sqrt(energy * 4)
    if (scale > 0) best = Math.max(best, (both * 4) / scale)
  }
  return best
}
