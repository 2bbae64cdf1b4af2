/** A turn of 20,000 words, the longest that is allowed, has about 140,000 values. */
const mostValues = 500_000
const mostCharacters = 8_000_000

/**
 * Whether a message has no more values than a page can have a reason to send. Counting stops at the
 * limit. A value with several references counts each time, because a schema visits it each time.
 * SECURITY: otherwise a small message whose parts refer to each other would block main for hours.
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
