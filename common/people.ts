import type { Range } from './time'

/** When one person speaks; `speaker` is a number from 0 on, in the order of first appearance. */
export interface Speech extends Range {
  readonly speaker: number
}

/** A person in a stretch of sound: how long they speak, and their voice as numbers of length 1. */
export interface Voice {
  readonly speaker: number
  readonly speechMs: number
  readonly vector: readonly number[]
}

/** Who speaks when in a stretch of sound, and how they sound. */
export interface People {
  readonly speech: readonly Speech[]
  readonly voices: readonly Voice[]
}

/** The cosine of two vectors, from -1 to 1; -1 if one is missing or empty. */
export function likeness(
  a: readonly number[] | undefined,
  b: readonly number[] | undefined,
): number {
  if (!a || !b || a.length !== b.length) return -1
  let [dot, left, right] = [0, 0, 0]
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0
    dot += value * other
    left += value * value
    right += other * other
  }
  const norm = Math.sqrt(left * right)
  return norm > 0 ? dot / norm : -1
}

/**
 * The mean of vectors, each by its weight, with the length 1; null if there is none.
 * A missing vector does not count.
 */
export function meanVector(
  parts: readonly (readonly [vector: readonly number[] | null, weight: number])[],
): number[] | null {
  const sum: number[] = []
  for (const [vector, weight] of parts) {
    for (const [index, value] of (vector ?? []).entries()) {
      sum[index] = (sum[index] ?? 0) + value * weight
    }
  }
  return sum.length > 0 ? unit(sum) : null
}

/** The vector with the length 1; a vector of zeros stays. */
export function unit(vector: readonly number[]): number[] {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
  return length > 0 ? vector.map((value) => value / length) : [...vector]
}
