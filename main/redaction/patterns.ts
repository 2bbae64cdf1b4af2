import { isIban } from './checksums'
import { numberWord } from './number-words'
import type { Token } from './tokens'

/** A range of tokens: the first one, and the one after the last. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}

const written = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/u
const at: ReadonlySet<string> = new Set(['at', 'arobase', 'arroba', 'chiocciola', 'klammeraffe'])
const dot: ReadonlySet<string> = new Set(['dot', 'punkt', 'point', 'punto', 'ponto', 'punt'])
const topLevel: ReadonlySet<string> = new Set(
  'com org net edu gov info io ai dev app eu uk de fr es it nl be at ch pt br us ca au ie pl se no dk fi in jp cn example test'.split(
    ' ',
  ),
)
/** `at the dot com fair`. */
const articles: ReadonlySet<string> = new Set(['the', 'a', 'an', 'this', 'that'])
const joints: ReadonlySet<string> = new Set(['underscore', 'dash', 'hyphen', 'minus', 'plus'])

/** E-mail addresses, written (`dana@example.com`) or said (`dana dot miller at example dot com`). */
export function emails(tokens: readonly Token[]): TokenRange[] {
  return tokens.flatMap((token, index) => {
    if (written.test(token.text)) return [{ from: index, to: index + 1 }]
    const isSpoken = at.has(only(token)) && !articles.has(only(tokens[index + 1]))
    return isSpoken ? (spokenEmail(tokens, index) ?? []) : []
  })
}

function spokenEmail(tokens: readonly Token[], index: number): TokenRange | null {
  const word = (place: number) => only(tokens[place])
  let to = index + 1
  let isWhole = false
  // The host: example, example.com, example dot co dot uk.
  for (let place = index + 1; place <= index + 8; place += 1) {
    const words = tokens[place]?.words ?? []
    if (words.length === 0) break
    const isHost = words.length > 1 && topLevel.has(words.at(-1) ?? '')
    if (place === index + 1 || dot.has(word(place - 1)) || dot.has(word(place))) to = place + 1
    else break
    if (isHost || (dot.has(word(place - 1)) && topLevel.has(word(place)))) isWhole = true
  }
  if (!isWhole) return null
  let from = index - 1
  while (from > 0 && (dot.has(word(from - 1)) || joints.has(word(from - 1)))) from -= 2
  return from < 0 ? null : { from: Math.max(0, from), to }
}

/** IBANs, in one token, in groups, or read out letter by letter. */
export function ibans(tokens: readonly Token[]): TokenRange[] {
  const found: TokenRange[] = []
  for (let from = 0; from < tokens.length; from += 1) {
    let text = ''
    let best = 0
    for (let to = from; to < tokens.length && text.length < 34; to += 1) {
      const part = compact(tokens[to])
      if (part === null) break
      text += part
      if (isIban(text)) best = to + 1
    }
    if (best > 0) {
      found.push({ from, to: best })
      from = best - 1
    }
  }
  return found
}

/** The letters and digits of a token of an IBAN; null for an ordinary word. */
function compact(token: Token | undefined): string | null {
  const plain = token?.text.replaceAll(/[^\p{L}\p{N}]/gu, '') ?? ''
  if (/^[A-Za-z]$/.test(plain)) return plain.toUpperCase()
  if (/^(?:[A-Z]{2,4}|[A-Z]*\d[A-Z0-9]*)$/.test(plain)) return plain
  const said = (token?.words ?? []).map(numberWord)
  if (said.length === 0 || !said.every((word) => word?.kind === 'digits')) return null
  return said.map((word) => (word?.kind === 'digits' ? word.digits : '')).join('')
}

const streetAfter =
  /^(?:street|road|avenue|ave|lane|drive|court|square|boulevard|blvd|way|close|terrace|crescent|parkway|highway)$/
const streetBefore =
  /^(?:rue|avenue|boulevard|chemin|impasse|quai|calle|avenida|plaza|paseo|via|viale|piazza|rua)$/
const streetWithin = /.(?:strasse|str|weg|platz|allee|gasse|ring|damm|ufer|straat|laan|plein)$/
const postcode = /^(?:\d{4,5}|[A-Z]{1,2}\d[A-Z\d]?|\d[A-Z]{2})\W*$/

/** Postal addresses: a street with its number, and the postcode and the town after it. */
export function addresses(tokens: readonly Token[]): TokenRange[] {
  const found: TokenRange[] = []
  for (const index of tokens.keys()) {
    const range =
      numberBefore(tokens, index) ??
      streetThenNumber(tokens, index) ??
      numberThenKind(tokens, index)
    if (range === null || range.from < (found.at(-1)?.to ?? 0)) continue
    found.push({ from: range.from, to: withTown(tokens, range.to) })
  }
  return found
}

/** `21 Baker Street`, `twenty-one Old Mill Road`. */
function numberBefore(tokens: readonly Token[], index: number): TokenRange | null {
  const kind = tokens[index]
  if (kind === undefined || !isName(kind) || !streetAfter.test(only(kind))) return null
  for (let from = index - 2; from >= Math.max(0, index - 4); from -= 1) {
    const names = tokens.slice(from + 1, index)
    if (isHouseNumber(tokens[from]) && names.every(isName)) {
      let first = from
      while (first > 0 && isHouseNumber(tokens[first - 1])) first -= 1
      return { from: first, to: index + 1 }
    }
  }
  return null
}

/** `Torstraße 12`, `Lange Straße 5a`, `Calle Mayor 3`. */
function streetThenNumber(tokens: readonly Token[], index: number): TokenRange | null {
  const token = tokens[index]
  if (token === undefined || !isName(token)) return null
  const word = only(token)
  const isStreet = streetWithin.test(word) || word === 'strasse'
  const from = word === 'strasse' || word === 'weg' || word === 'platz' ? index - 1 : index
  if (isStreet && from >= 0 && isHouseNumber(tokens[index + 1])) return { from, to: index + 2 }
  if (!streetBefore.test(word)) return null
  for (let to = index + 2; to <= index + 5; to += 1) {
    if (isHouseNumber(tokens[to])) return { from: index, to: to + 1 }
  }
  return null
}

/** `12 rue de la Paix`. */
function numberThenKind(tokens: readonly Token[], index: number): TokenRange | null {
  const kind = tokens[index]
  if (!streetBefore.test(only(kind)) || !isHouseNumber(tokens[index - 1])) return null
  let to = index + 1
  while (
    to < index + 5 &&
    (isName(tokens[to]) || /^(?:de|du|des|la|le|les|l)$/.test(only(tokens[to])))
  ) {
    to += 1
  }
  return isName(tokens[to - 1]) && to > index + 1 ? { from: index - 1, to } : null
}

/** The end of the address: a postcode and names of places within the next few tokens. */
function withTown(tokens: readonly Token[], to: number): number {
  let end = to
  for (let place = to; place < Math.min(tokens.length, to + 6); place += 1) {
    const token = tokens[place]
    if (token === undefined || !(isName(token) || postcode.test(token.text))) break
    if (postcode.test(token.text)) end = place + 1
    else if (end === place && place > to) end = place + 1
  }
  return end
}

function isName(token: Token | undefined): boolean {
  return token !== undefined && /^\P{L}*\p{Lu}/u.test(token.text)
}

function isHouseNumber(token: Token | undefined): boolean {
  if (token === undefined || token.words.length === 0) return false
  return token.words.every((word) => /^\d{1,5}[a-z]?$/.test(word) || isNumberWord(word))
}

function isNumberWord(word: string): boolean {
  const kind = numberWord(word)?.kind
  return kind === 'digits' || kind === 'tens' || kind === 'hundred'
}

/** The folded word of a token that has one only. */
function only(token: Token | undefined): string {
  return token?.words.length === 1 ? (token.words[0] ?? '') : ''
}
