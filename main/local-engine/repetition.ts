const longest = 8
const kept = 2

/** Returns how often a group of this many words must repeat to count as a loop. */
function loopAt(size: number): number {
  if (size === 1) return 5
  return size === 2 ? 4 : 3
}

/**
 * Small models sometimes loop on crosstalk ("no no no no …"). A group of 1 to 8 words that repeats
 * often enough is reduced to two repetitions; natural repetition ("no, no, no") stays.
 */
export function collapseLoops<T>(words: readonly T[], textOf: (word: T) => string): T[] {
  const plain = words.map((word) =>
    textOf(word)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}']/gu, ''),
  )
  const result: T[] = []
  let at = 0
  while (at < words.length) {
    const loop = loopFrom(plain, at)
    if (loop === null) {
      result.push(...words.slice(at, at + 1))
      at += 1
    } else {
      result.push(...words.slice(at, at + loop.size * kept))
      at += loop.size * loop.count
    }
  }
  return result
}

function loopFrom(words: readonly string[], at: number): { size: number; count: number } | null {
  for (let size = 1; size <= longest; size += 1) {
    const count = repeats(words, at, size)
    if (count >= loopAt(size)) return { size, count }
  }
  return null
}

/** Counts how many times in a row the group of `size` words at `at` occurs. */
function repeats(words: readonly string[], at: number, size: number): number {
  if (at + size > words.length) return 0
  let matched = size
  while (at + matched < words.length && words[at + matched] === words[at + (matched % size)]) {
    matched += 1
  }
  return Math.floor(matched / size)
}
