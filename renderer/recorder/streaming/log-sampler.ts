/** A server can invent names. Names beyond this many are counted together. */
const namesKept = 100

/** Counts by name and reports the 1st, 2nd, 4th, 8th … of each, so that a flood is a few lines. */
export function createLogSampler(
  report: (name: string, count: number) => void,
): (name: string) => void {
  const counts = new Map<string, number>()
  return (name) => {
    const key = counts.has(name) || counts.size < namesKept ? name : 'others'
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (Number.isInteger(Math.log2(count))) report(key, count)
  }
}
