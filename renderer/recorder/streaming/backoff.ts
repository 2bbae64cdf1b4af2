const firstCeilingMs = 500
const lastCeilingMs = 30_000

/**
 * The wait before try number `tries` + 1: a random part ("full jitter") of a ceiling that doubles
 * from 0.5 s to 30 s, so that many clients do not come back in the same moment.
 */
export function backoffMs(tries: number, random: () => number): number {
  const ceiling = Math.min(lastCeilingMs, firstCeilingMs * 2 ** Math.min(Math.max(0, tries), 16))
  return Math.round(random() * ceiling)
}
