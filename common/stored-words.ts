import type { Word } from './model'

/**
 * Parses the words of a turn as the library stores them. A text that the disk has damaged has no
 * words, and damaged words are left out.
 */
export function parseWords(json: string): Word[] {
  const words = parseJson(json)
  return Array.isArray(words) ? words.filter(isWord) : []
}

/** Returns null for a text that is not JSON. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

export function isWord(value: unknown): value is Word {
  if (typeof value !== 'object' || value === null) return false
  const { text, startMs, endMs, speaker } = value as Partial<Record<keyof Word, unknown>>
  return (
    typeof text === 'string' &&
    typeof startMs === 'number' &&
    typeof endMs === 'number' &&
    (typeof speaker === 'string' || speaker === null)
  )
}
