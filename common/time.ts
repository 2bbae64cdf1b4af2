import { sampleRate } from './model/sound'

/** A range of a meeting's time line, in ms: from `startMs` up to, but not including, `endMs`. */
export interface Range {
  readonly startMs: number
  readonly endMs: number
}

/** How long both ranges last together, in ms; below 0 it is the distance between them. */
export function overlapMs(a: Range, b: Range): number {
  return Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs)
}

/** A range of samples (at 16 kHz): from `start` up to, but not including, `end`. */
export interface SampleRange {
  readonly start: number
  readonly end: number
}

/**
 * Converts a sample count (at 16 kHz) to whole ms.
 *
 * This is the only rounding rule: to the nearest ms, halves up. The sample count is the clock, so a
 * time in ms is always derived from it and never added up. Rounding to the nearest keeps every value
 * within 0.5 ms (8 samples) of the truth, and `samplesToMs(msToSamples(ms)) === ms` for whole ms. A
 * range that ends at a rounded time can reach up to 8 samples past the end of the file; readers cut
 * it to what the file has.
 */
export function samplesToMs(samples: number): number {
  return Math.round((samples * 1_000) / sampleRate)
}

/** Converts ms to a sample count (at 16 kHz), rounded to the nearest sample. */
export function msToSamples(ms: number): number {
  return Math.round((ms * sampleRate) / 1_000)
}
