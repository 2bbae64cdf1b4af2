import { overlapMs, type Range } from '../../common/time'

/** When somebody speaks who has a label. */
export interface LabelledSpeech extends Range {
  readonly label: string
}

/** A word within this time of somebody's speech is theirs: the edges of speech are not exact. */
const nearMs = 500

/**
 * The label of each word: who speaks during most of it, or else who speaks next to it, within half a
 * second. Words of nobody stay null. `speech` need not be in order and may overlap.
 */
export function labelWords(
  words: readonly Range[],
  speech: readonly LabelledSpeech[],
): (string | null)[] {
  const sorted = [...speech].sort((a, b) => a.startMs - b.startMs)
  const longest = sorted.reduce((most, part) => Math.max(most, part.endMs - part.startMs), 0)
  return words.map((word) => {
    let best: { label: string; score: number } | null = null
    const from = firstFrom(sorted, word.startMs - longest - nearMs)
    for (let index = from; index < sorted.length; index += 1) {
      const part = sorted[index]
      if (!part || part.startMs > word.endMs + nearMs) break
      const score = overlapMs(part, word)
      if (score >= -nearMs && (best === null || score > best.score)) {
        best = { label: part.label, score }
      }
    }
    return best?.label ?? null
  })
}

function firstFrom(speech: readonly LabelledSpeech[], startMs: number): number {
  let [low, high] = [0, speech.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((speech[middle]?.startMs ?? 0) < startMs) low = middle + 1
    else high = middle
  }
  return low
}

/** The label of most of a turn's words by time; null if none has one. */
export function labelOfTurn(
  words: readonly Range[],
  labels: readonly (string | null)[],
): string | null {
  const times = new Map<string, number>()
  for (const [index, word] of words.entries()) {
    const label = labels[index]
    if (label == null) continue
    times.set(label, (times.get(label) ?? 0) + Math.max(1, word.endMs - word.startMs))
  }
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
