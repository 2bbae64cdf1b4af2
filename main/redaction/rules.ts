import type { RedactionKind } from '../../common/model'
import { isCard } from './checksums'
import { addresses, emails, ibans, type TokenRange } from './patterns'
import { numberRuns, type NumberRun } from './runs'
import type { Token } from './tokens'

/** What a rule found in a row of tokens. */
export interface Hit extends TokenRange {
  readonly kind: RedactionKind
}

/** A number as short as this is nothing by itself. */
const longDigits = 7
const longestPhone = 15
/** After these words a short number is a secret, too. */
const secret: ReadonlySet<string> = new Set(
  'pin code passcode password cvc cvv extension account passport licence license kennwort passwort geheimzahl konto kontonummer durchwahl codigo numero'.split(
    ' ',
  ),
)
const secretDigits = 3
const secretReach = 4

/** Finds cards, accounts, numbers, e-mail and postal addresses. Hits do not overlap. */
export function ruleHits(tokens: readonly Token[]): Hit[] {
  const found: Hit[] = [
    ...ibans(tokens).map((range) => ({ ...range, kind: 'iban' as const })),
    ...emails(tokens).map((range) => ({ ...range, kind: 'email' as const })),
    ...addresses(tokens).map((range) => ({ ...range, kind: 'address' as const })),
    ...numberRuns(tokens).flatMap((run) => hitOf(run, tokens)),
  ]
  const taken = new Set<number>()
  const hits: Hit[] = []
  for (const hit of found) {
    const own = Array.from({ length: hit.to - hit.from }, (_, index) => hit.from + index)
    if (own.some((index) => taken.has(index))) continue
    for (const index of own) taken.add(index)
    hits.push(hit)
  }
  return hits.sort((a, b) => a.from - b.from)
}

function hitOf(run: NumberRun, tokens: readonly Token[]): Hit[] {
  const { from, to, digits } = run
  if (hasCard(run)) return [{ from, to, kind: 'card' }]
  if (digits.length >= longDigits) {
    if (tokens.slice(from, to).every(isYear)) return []
    return [{ from, to, kind: digits.length <= longestPhone ? 'phone' : 'number' }]
  }
  const before = tokens.slice(Math.max(0, from - secretReach), from)
  const isSecret = before.some(({ words }) => words.some((word) => secret.has(word)))
  return isSecret && digits.length >= secretDigits ? [{ from, to, kind: 'number' }] : []
}

/** Whether the number, or the part of it between two tokens, is a card: its date may follow it. */
function hasCard({ digits, before }: NumberRun): boolean {
  const ends = [...before, digits.length]
  return before.some((start) => ends.some((end) => end > start && isCard(digits.slice(start, end))))
}

function isYear({ text }: Token): boolean {
  return /^\D*(?:19|20)\d{2}\D*$/.test(text)
}
