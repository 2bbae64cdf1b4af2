import { likeness, type Speech, type Voice } from '../../../common/people'

/** Less speech than this is rarely a person of its own: a cough, a laugh, two people at once. */
const leastSpeechMs = 3_000

/** Numbers speakers by first appearance: the runtime leaves holes in its numbers. */
export function renumbered(speech: readonly Speech[]): Speech[] {
  const sorted = [...speech].sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs)
  const numbers = new Map<number, number>()
  return sorted.map((part) => {
    const speaker = numbers.get(part.speaker) ?? numbers.size
    numbers.set(part.speaker, speaker)
    return { ...part, speaker }
  })
}

/** How long each speaker speaks, by number. */
export function speechLengths(speech: readonly Speech[]): Map<number, number> {
  const lengths = new Map<number, number>()
  for (const { speaker, startMs, endMs } of speech) {
    lengths.set(speaker, (lengths.get(speaker) ?? 0) + endMs - startMs)
  }
  return lengths
}

/**
 * Folds speakers with less than 3 s of speech into the one whose voice is most like theirs. The
 * number of people is never below `people`, if it is given, and everything that was said stays.
 */
export function mergeSmall(
  speech: readonly Speech[],
  voices: readonly Voice[],
  people: number | null,
): Speech[] {
  const lengths = speechLengths(speech)
  const byLength = [...lengths].sort((a, b) => b[1] - a[1]).map(([speaker]) => speaker)
  const kept = byLength.filter(
    (speaker, index) => (lengths.get(speaker) ?? 0) >= leastSpeechMs || index < (people ?? 1),
  )
  const vectorOf = (speaker: number) => voices.find((voice) => voice.speaker === speaker)?.vector
  const target = (speaker: number): number => {
    if (kept.includes(speaker)) return speaker
    const own = vectorOf(speaker)
    const [first = speaker] = kept
    return kept.reduce((best, other) => {
      const [better, worse] = [likeness(own, vectorOf(other)), likeness(own, vectorOf(best))]
      return better > worse ? other : best
    }, first)
  }
  return renumbered(speech.map((part) => ({ ...part, speaker: target(part.speaker) })))
}
