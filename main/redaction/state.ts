import type {
  NewRedaction,
  Redaction,
  RedactionState,
  Transcript,
  TranscriptPart,
  Turn,
} from '../../common/model'
import { fold } from '../library'
import { byTurn, findRedactions, namesOf, redactionOf, type Stream, type TurnToken } from './find'
import { hidingOf, type Hiding } from './hide'
import { tokensOf } from './tokens'

/** What a meeting hides, where that is in its texts, and if `find` is set what the rules find besides. */
export function redactionState(
  { turns }: Pick<Transcript, 'turns'>,
  redactions: readonly Redaction[],
  { find }: { readonly find: boolean },
): RedactionState {
  const hiding = hidingOf(turns, redactions)
  const { hidden } = hiding
  return {
    redactions: [...redactions],
    found: find ? notHidden(turns, redactions, hiding) : null,
    hidden: [...hidden].map(([{ sessionId, turnOrder, text }, tokens]) => ({
      turn: { sessionId, turnOrder },
      ranges: joined(
        text,
        [...tokens.values()].map(({ token }) => [token.start, token.end]),
      ),
    })),
  }
}

/** What the rules find in a meeting and it does not hide. */
function notHidden(
  turns: readonly Turn[],
  redactions: readonly Redaction[],
  { streams, hidden }: Hiding,
): NewRedaction[] {
  const isHidden = ({ turn, start }: TurnToken) => hidden.get(turn)?.has(start) ?? false
  const open = streams.map(({ tokens, hits }): Stream => ({
    tokens,
    hits: hits.filter(({ from, to }) => !tokens.slice(from, to).every(isHidden)),
  }))
  const known = new Set(redactions.flatMap(({ place, text }) => (place === null ? fold(text) : [])))
  const names = namesOf(turns).filter((name) => !known.has(fold(name)))
  // Echo has the same words as the other source, and goes with them.
  const spoken = open.filter(({ tokens }) => tokens[0]?.turn.echo !== true)
  return findRedactions(spoken, names)
}

/** Joins ranges between which there is only white space. */
function joined(text: string, ranges: readonly [number, number][]): [number, number][] {
  const all: [number, number][] = []
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = all.at(-1)
    if (last && text.slice(last[1], start).trim() === '') last[1] = Math.max(last[1], end)
    else all.push([start, end])
  }
  return all
}

/** The redactions of a selected part: whole words, one redaction for each turn. */
export function redactionsOfPart(turns: readonly Turn[], part: TranscriptPart): NewRedaction[] {
  const indexOf = ({ sessionId, turnOrder }: TranscriptPart['from']) =>
    turns.findIndex((turn) => turn.sessionId === sessionId && turn.turnOrder === turnOrder)
  const [first, last] = [indexOf(part.from), indexOf(part.to)]
  if (first < 0 || last < 0) return []
  return turns.slice(first, last + 1).flatMap((turn, index) => {
    if (turn.echo) return []
    const from = index === 0 ? part.from.offset : 0
    const to = index === last - first ? part.to.offset : turn.text.length
    const tokens = tokensOf(turn)
      .filter(({ start, end }) => start < to && end > from)
      .map((token) => ({ ...token, turn }))
    return byTurn(tokens).map((own) => redactionOf('hand', own))
  })
}
