import { fail, ok, type Result } from '../../preload/errors'

const maxLength = 512

/**
 * The key as typed or pasted, trimmed, or the code for why it cannot be one.
 * Windows keeps at most 2,560 bytes in an entry, and a line break would end the HTTP header.
 */
export function parseKeyInput(typed: string): Result<string> {
  const key = typed.trim()
  if (key === '') return fail('key-empty')
  if (/\s/.test(key)) return fail('key-has-spaces')
  if (!/^[\x21-\x7e]+$/.test(key)) return fail('key-not-ascii')
  if (key.length > maxLength) return fail('key-too-long')
  return ok(key)
}

/** The name trimmed and its inner white space made one space, unless it is empty or taken. */
export function parseKeyName(typed: string, taken: readonly string[]): Result<string> {
  const name = typed.trim().replace(/\s+/g, ' ')
  if (name === '') return fail('key-name-empty')
  const folded = name.toLocaleLowerCase()
  if (taken.some((other) => other.toLocaleLowerCase() === folded)) return fail('key-name-taken')
  return ok(name)
}

/**
 * The last four characters, for telling keys apart.
 * SECURITY: a short text shows less, so that never more than a quarter of it is known.
 */
export function endingOf(key: string): string {
  const shown = Math.min(4, Math.floor(key.length / 4))
  return shown === 0 ? '' : key.slice(-shown)
}
