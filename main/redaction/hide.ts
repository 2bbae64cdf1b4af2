import { exportMessages } from '../../common/text'
import type { Redaction, RedactionKind, Source, Turn, Word } from '../../common/model'
import type { Range } from '../../common/time'
import { wordPlaces } from '../../common/text/word-spans'
import { streamsOf, type Stream, type TurnToken } from './find'
import { textTokens, type Token } from './tokens'
import { valueHits, valuesOf, type Values } from './values'

/** Which tokens of each turn are hidden, and as what. */
export type HiddenTokens = ReadonlyMap<Turn, ReadonlyMap<number, HiddenToken>>

interface HiddenToken {
  readonly kind: RedactionKind
  readonly token: Token
}

/** What a meeting hides, worked out for its text of today. */
export interface Hiding {
  readonly streams: readonly Stream[]
  readonly hidden: HiddenTokens
  readonly values: Values
  /** The ranges in which exported sound is silent. */
  readonly silent: readonly Range[]
}

/** A token belongs to a redaction if this share of its time is in it. */
const minShare = 0.25
/** The edges of a word are heard, too; estimated times are less exact. */
const edgeMs = { measured: 120, estimated: 400 }

/**
 * Works out what is hidden. A redaction is a time of a source, so it keeps hiding what is said there
 * when the text changes. What the rules find there is hidden whole, and a number that is hidden once is
 * hidden wherever it occurs.
 */
export function hidingOf(turns: readonly Turn[], redactions: readonly Redaction[]): Hiding {
  const streams = streamsOf(turns)
  const hidden = new Map<Turn, Map<number, HiddenToken>>()
  const hide = (kind: RedactionKind, tokens: readonly TurnToken[]) => {
    for (const token of tokens) {
      const own = hidden.get(token.turn) ?? new Map<number, HiddenToken>()
      if (!own.has(token.start)) own.set(token.start, { kind, token })
      hidden.set(token.turn, own)
    }
  }
  const places = placesBySource(redactions)
  const said: { kind: RedactionKind; tokens: readonly Token[] }[] = []
  for (const { tokens, hits } of streams) {
    const kinds = tokens.map((token) => kindAt(token, places))
    for (const { from, to, kind } of hits) {
      if (!kinds.slice(from, to).some((own) => own !== null)) continue
      hide(kind, tokens.slice(from, to))
      said.push({ kind, tokens: tokens.slice(from, to) })
    }
    for (const [index, kind] of kinds.entries()) {
      const token = tokens[index]
      if (kind === null || token === undefined) continue
      hide(kind, [token])
    }
    said.push(...coveredParts(tokens, kinds))
  }
  const values = valuesOf(redactions, said)
  for (const { tokens } of streams) {
    for (const { from, to, kind } of valueHits(tokens, values)) hide(kind, tokens.slice(from, to))
  }
  return { streams, hidden, values, silent: silentRanges(redactions, hidden) }
}

type Place = NonNullable<Redaction['place']> & { readonly kind: RedactionKind }

function placesBySource(redactions: readonly Redaction[]): ReadonlyMap<Source, readonly Place[]> {
  const places = new Map<Source, Place[]>()
  for (const { kind, place } of redactions) {
    if (place === null) continue
    places.set(place.source, [...(places.get(place.source) ?? []), { ...place, kind }])
  }
  return places
}

function kindAt(token: TurnToken, places: ReturnType<typeof placesBySource>): RedactionKind | null {
  const { startMs, endMs, turn } = token
  const length = Math.max(1, endMs - startMs)
  const found = places.get(turn.source)?.find((place) => {
    const shared = Math.min(endMs, place.endMs) - Math.max(startMs, place.startMs)
    return endMs === startMs
      ? startMs >= place.startMs && startMs <= place.endMs
      : shared > 0 && (shared >= length * minShare || shared >= (place.endMs - place.startMs) / 2)
  })
  return found?.kind ?? null
}

/** Tokens next to each other that redactions cover. */
function coveredParts(tokens: readonly TurnToken[], kinds: readonly (RedactionKind | null)[]) {
  const parts: { kind: RedactionKind; tokens: TurnToken[] }[] = []
  for (const [index, kind] of kinds.entries()) {
    const token = tokens[index]
    if (kind === null || token === undefined) continue
    if (index > 0 && kinds[index - 1] !== null) parts.at(-1)?.tokens.push(token)
    else parts.push({ kind, tokens: [token] })
  }
  return parts
}

function silentRanges(redactions: readonly Redaction[], hidden: HiddenTokens): Range[] {
  const own = redactions.flatMap(({ place }) =>
    place === null ? [] : [{ ...place, edge: edgeMs.measured }],
  )
  const said = [...hidden].flatMap(([turn, tokens]) =>
    [...tokens.values()].map(({ token }) => ({
      startMs: token.startMs,
      endMs: token.endMs,
      edge: edgeMs[turn.timing],
    })),
  )
  const merged: { startMs: number; endMs: number }[] = []
  const wide = [...own, ...said].map(({ startMs, endMs, edge }) => ({
    startMs: Math.max(0, startMs - edge),
    endMs: endMs + edge,
  }))
  for (const range of wide.sort((a, b) => a.startMs - b.startMs)) {
    const last = merged.at(-1)
    if (last && range.startMs <= last.endMs) last.endMs = Math.max(last.endMs, range.endMs)
    else merged.push(range)
  }
  return merged
}

/** The turn with labels in the place of what is hidden, in its text and in its words. */
export function redactedTurn(turn: Turn, hidden: HiddenTokens): Turn {
  const own = hidden.get(turn)
  if (own === undefined) return turn
  const parts = labelled(turn.text, [...own.values()])
  const places = wordPlaces(turn)
  const words: Word[] = []
  let next = 0
  for (const part of parts) {
    if (part.hidden !== null) {
      words.push(...labelWords(part.text, part.hidden))
      continue
    }
    // A word that has no place in the text may be a hidden one, so it is left out.
    for (; next < places.length; next += 1) {
      const place = places[next]
      const word = turn.words[next]
      if (place && place[0] >= part.end) break
      if (place && word && place[0] >= part.start && place[1] <= part.end) words.push(word)
    }
  }
  return { ...turn, text: parts.map(({ text }) => text).join(''), words }
}

/** The offset in the redacted text that is at this offset of the turn's text; labels stay whole. */
export function redactedOffset(
  turn: Turn,
  hidden: HiddenTokens,
  { offset, side }: { readonly offset: number; readonly side: 'from' | 'to' },
): number {
  const own = hidden.get(turn)
  if (own === undefined) return offset
  let length = 0
  for (const part of labelled(turn.text, [...own.values()])) {
    const isIn = side === 'from' ? offset < part.end : offset <= part.end
    if (isIn && part.hidden === null) return length + Math.max(0, offset - part.start)
    if (isIn) return side === 'from' || offset <= part.start ? length : length + part.text.length
    length += part.text.length
  }
  return length
}

interface LabelledPart extends Pick<Token, 'start' | 'end'> {
  readonly text: string
  readonly hidden: Range | null
}

/** Cuts a text at its hidden tokens; those of one kind next to each other have one label. */
function labelled(text: string, hidden: readonly HiddenToken[]): LabelledPart[] {
  const groups: [HiddenToken, ...HiddenToken[]][] = []
  for (const next of [...hidden].sort((a, b) => a.token.start - b.token.start)) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const between = last === undefined ? '' : text.slice(last.token.end, next.token.start)
    if (last?.kind === next.kind && between.trim() === '') group?.push(next)
    else groups.push([next])
  }
  const parts: LabelledPart[] = []
  let at = 0
  const plain = (end: number) => {
    if (end > at) parts.push({ text: text.slice(at, end), start: at, end, hidden: null })
  }
  for (const group of groups) {
    const [{ kind, token }] = group
    const end = group.at(-1)?.token.end ?? token.end
    plain(token.start)
    parts.push({
      text: exportMessages.hidden[kind] + ending(text.slice(token.start, end)),
      start: token.start,
      end,
      hidden: {
        startMs: Math.min(...group.map((each) => each.token.startMs)),
        endMs: Math.max(...group.map((each) => each.token.endMs)),
      },
    })
    at = end
  }
  plain(text.length)
  return parts
}

/** The end of a sentence stays. */
function ending(text: string): string {
  return /[.,;:!?。，！？]$/u.exec(text)?.[0] ?? ''
}

/** The words of a label share its time. */
function labelWords(label: string, { startMs, endMs }: Range): Word[] {
  const texts = label.split(' ')
  const at = (index: number) => Math.round(startMs + ((endMs - startMs) * index) / texts.length)
  return texts.map((text, index) => ({
    text,
    startMs: at(index),
    endMs: at(index + 1),
    confidence: null,
    isFinal: true,
    speaker: null,
  }))
}

/** A text beside the transcript without what is hidden, such as a title or a note. */
export function redactedText(text: string, values: Values): string {
  const tokens = textTokens(text)
  const hits = valueHits(tokens, values)
  if (hits.length === 0) return text
  const hidden = new Map<number, HiddenToken>()
  for (const { from, to, kind } of hits) {
    for (const token of tokens.slice(from, to)) {
      if (!hidden.has(token.start)) hidden.set(token.start, { kind, token })
    }
  }
  return labelled(text, [...hidden.values()])
    .map((part) => part.text)
    .join('')
}
