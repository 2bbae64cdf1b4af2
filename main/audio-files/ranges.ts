import type { Range } from '../../common/time'

/** Joins ranges that touch or overlap; the result is in order and has no empty range. */
export function union(ranges: readonly Range[]): Range[] {
  const sorted = ranges
    .filter(({ startMs, endMs }) => endMs > startMs)
    .sort((a, b) => a.startMs - b.startMs)
  const joined: Range[] = []
  for (const { startMs, endMs } of sorted) {
    const last = joined.at(-1)
    if (last !== undefined && startMs <= last.endMs) {
      joined[joined.length - 1] = { startMs: last.startMs, endMs: Math.max(last.endMs, endMs) }
    } else {
      joined.push({ startMs, endMs })
    }
  }
  return joined
}

/** The parts of `ranges` that are in none of `taken`, in order. */
export function subtract(ranges: readonly Range[], taken: readonly Range[]): Range[] {
  const holes = union(taken)
  return union(ranges).flatMap((range) => {
    const left: Range[] = []
    let startMs = range.startMs
    for (const hole of holes) {
      if (hole.endMs <= startMs) continue
      if (hole.startMs >= range.endMs) break
      if (hole.startMs > startMs) left.push({ startMs, endMs: hole.startMs })
      startMs = hole.endMs
    }
    if (startMs < range.endMs) left.push({ startMs, endMs: range.endMs })
    return left
  })
}

/** The total length in ms; time in several ranges counts once. */
export function totalMs(ranges: readonly Range[]): number {
  return union(ranges).reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
}
