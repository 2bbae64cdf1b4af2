import type { NewRedaction, Turn } from '../../common/model'
import { speakerLabel } from '../../common/speaker-name'
import { ruleHits, type Hit } from './rules'
import { tokensOf, type Token } from './tokens'

/** A token with the turn that it is of. */
export interface TurnToken extends Token {
  readonly turn: Turn
}

/** What one person said, so that a number may go on in their next turn. */
export interface Stream {
  readonly tokens: readonly TurnToken[]
  readonly hits: readonly Hit[]
}

/** Joins the turns of each speaker of each source, in their order, and runs the rules over them. */
export function streamsOf(turns: readonly Turn[]): Stream[] {
  const streams = new Map<string, TurnToken[]>()
  for (const turn of turns) {
    const key = `${turn.source} ${turn.echo} ${turn.speaker ?? ''}`
    const tokens = streams.get(key) ?? []
    for (const token of tokensOf(turn)) tokens.push({ ...token, turn })
    streams.set(key, tokens)
  }
  return [...streams.values()].map((tokens) => ({ tokens, hits: ruleHits(tokens) }))
}

/** What the rules find, in the order of the time line: one for each turn that a number is in. */
export function findRedactions(
  streams: readonly Stream[],
  names: readonly string[],
): NewRedaction[] {
  const found = streams.flatMap(({ tokens, hits }) =>
    hits.flatMap(({ from, to, kind }) =>
      byTurn(tokens.slice(from, to)).map((part) => redactionOf(kind, part)),
    ),
  )
  return [
    ...names.map((text) => ({ kind: 'name' as const, place: null, text })),
    ...found.sort((a, b) => (a.place?.startMs ?? 0) - (b.place?.startMs ?? 0)),
  ]
}

/** The names of people in a meeting, as they are shown; labels are none. */
export function namesOf(turns: readonly Pick<Turn, 'speaker'>[]): string[] {
  const names = turns.flatMap(({ speaker }) => speakerLabel(speaker) ?? [])
  return [...new Set(names)].filter((name) => !/^(?:[A-Z]|\d{1,3})$/.test(name))
}

/** The redaction of tokens of one turn. */
export function redactionOf(
  kind: NewRedaction['kind'],
  tokens: readonly [TurnToken, ...TurnToken[]],
): NewRedaction {
  const [first] = tokens
  const last = tokens.at(-1) ?? first
  const text = first.turn.text.slice(first.start, last.end)
  return {
    kind,
    place: {
      source: first.turn.source,
      startMs: Math.max(0, Math.round(Math.min(...tokens.map(({ startMs }) => startMs)))),
      endMs: Math.max(0, Math.round(Math.max(...tokens.map(({ endMs }) => endMs)))),
    },
    text: text.slice(0, longestText),
  }
}

const longestText = 2_000

/** Splits tokens where a turn ends. */
export function byTurn(tokens: readonly TurnToken[]): [TurnToken, ...TurnToken[]][] {
  const parts: [TurnToken, ...TurnToken[]][] = []
  for (const token of tokens) {
    const part = parts.at(-1)
    if (part?.[0].turn === token.turn) part.push(token)
    else parts.push([token])
  }
  return parts
}
