import { fail, ok, type Result } from '../../common/errors'
import { errorDetails } from '../../common/text'

const minLength = 16
const maxLength = 512
/** Quotes of all kinds; people copy keys out of code, mails and word processors. */
const quotes = '"\'`\u00b4\u2018-\u201f\u2039\u203a\u00ab\u00bb\u2032\u2033\u300c\u300d'
/** Brackets around it, as in JSON and in instructions. */
const [opening, closing] = ['<({\\[', '>)}\\]']
/** What has no width, such as U+200B, and what only steers the direction of text. */
const invisible = /[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u3164\ufe00-\ufe0f\uffa0]/gu
/** What surrounds a key where people copy it. */
const wrappings = [
  // `setx NAME KEY` has no sign between the two.
  /^setx\s+\S+\s+/i,
  /^(?:export|set|let|const|var)\s+/i,
  /\s+#.*$/,
  // NAME=, NAME: and "name": as in shells, headers, YAML and JSON.
  new RegExp(
    `^[${quotes}]?(?:\\$env:|-{1,2})?[A-Za-z_][\\w .-]*[${quotes}]?\\s*(?:=|:(?!//))\\s*(?=.)`,
  ),
  /^bearer\s+/i,
  new RegExp(`^[${quotes}${opening}]+`),
  new RegExp(`[${quotes}${closing},.;\u3001\u3002\uff0c]+$`),
]

/**
 * Returns a typed or pasted key without what was copied with it, or an error that says why it cannot
 * be a key; its detail names the first character that no key has. Windows stores at most 2,560 bytes
 * in an entry, and a line break would end the HTTP header.
 */
export function parseKeyInput(typed: string): Result<string> {
  const key = unwrapped(typed)
  if (key === '') return fail('key-empty')
  const wrong = /[^A-Za-z0-9_-]/u.exec(key)
  if (wrong) {
    const code = /\s/.test(wrong[0]) ? 'key-has-spaces' : 'key-not-ascii'
    return fail(code, wrongCharacter(wrong[0], wrong.index))
  }
  if (key.length < minLength) return fail('key-too-short')
  if (key.length > maxLength) return fail('key-too-long')
  return ok(key)
}

function unwrapped(typed: string): string {
  let key = typed.replace(/[\t\r\n]/g, ' ').replace(invisible, '')
  for (let before = ''; before !== key;) {
    before = key
    key = wrappings.reduce((text, wrapping) => text.replace(wrapping, '').trim(), key.trim())
  }
  return key
}

/** Returns the name with single spaces, unless it is empty or used already. */
export function parseKeyName(typed: string, taken: readonly string[]): Result<string> {
  const name = typed.trim().replace(/\s+/g, ' ')
  if (name === '') return fail('key-name-empty')
  const folded = name.toLocaleLowerCase()
  if (taken.some((other) => other.toLocaleLowerCase() === folded)) return fail('key-name-taken')
  return ok(name)
}

/**
 * Returns the last four characters, so that people can distinguish keys.
 * SECURITY: a short text shows fewer, so that at most a quarter of it is visible.
 */
export function endingOf(key: string): string {
  const shown = Math.min(4, Math.floor(key.length / 4))
  return shown === 0 ? '' : key.slice(-shown)
}

/** Names a character that no key has, and its place in what was pasted, counted from 0. */
function wrongCharacter(character: string, place: number): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  const shown = /[\p{L}\p{N}\p{P}\p{S}]/u.test(character)
    ? `${errorDetails.quoted(character)} (${code})`
    : code
  const what = character === ' ' ? errorDetails.spaceOrLineBreak : shown
  return errorDetails.wrongCharacter(place + 1, what)
}
