/** A turn of 20,000 words, the longest that there may be, has about 140,000 values. */
const mostValues = 500_000
const mostCharacters = 8_000_000

/**
 * Whether a message has no more in it than any page has cause to say. Looks at no more of it than
 * that, and goes through a value that stands in several places each time, as a schema does.
 * SECURITY: without it a small message whose parts refer to each other holds main up for hours.
 */
export function isSensiblyLarge(message: unknown): boolean {
  const waiting: unknown[] = [message]
  let values = 0
  let characters = 0
  while (waiting.length > 0) {
    const value = waiting.pop()
    values += 1
    if (values + waiting.length > mostValues || characters > mostCharacters) return false
    if (typeof value === 'string') {
      characters += value.length
    } else if (Array.isArray(value)) {
      if (value.length > mostValues) return false
      for (const part of value) waiting.push(part)
    } else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
      for (const name of Object.keys(value)) {
        characters += name.length
        waiting.push((value as Record<string, unknown>)[name])
      }
    }
  }
  return characters <= mostCharacters
}
