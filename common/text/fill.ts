/**
 * Writes each text of `source` to its place in `target`, so that everybody who holds a part of `target`
 * reads the other language. What `source` lacks stays as it is.
 */
export function fill(target: object, source: object): void {
  const texts = target as Record<string, unknown>
  for (const [name, value] of Object.entries(source)) {
    const there = texts[name]
    if (isGroup(there) && isGroup(value)) fill(there, value)
    else if (value !== undefined) texts[name] = value
  }
}

/** A whole catalogue: the translation, and English where it lacks a text. */
export function complete<T extends object>(english: T, translation: object): T {
  const whole = copyOf(english)
  fill(whole, translation)
  return whole
}

function copyOf<T extends object>(group: T): T {
  const copy = Object.entries(group).map(([name, value]: [string, unknown]) => [
    name,
    isGroup(value) ? copyOf(value) : value,
  ])
  return (Array.isArray(group) ? copy.map(([, value]) => value) : Object.fromEntries(copy)) as T
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
