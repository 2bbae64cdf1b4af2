/** A stretch of the time line, in ms: from `startMs` up to, not including, `endMs`. */
export interface Range {
  readonly startMs: number
  readonly endMs: number
}

/** The same time as ranges that do not touch, in order; empty ones are left out. */
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

/** What of `ranges` is in none of `taken`, in order. */
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

/** The length of all together; what is in several counts once. */
export function totalMs(ranges: readonly Range[]): number {
  return union(ranges).reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
}
