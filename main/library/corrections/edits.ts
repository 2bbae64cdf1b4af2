import { fail, ok, type Result } from '../../../preload/errors'
import type { Edit, Turn, TurnId } from '../../../preload/model'
import { wordPlaces } from '../../../preload/word-places'
import { joinTexts } from '../pieces'
import { rewritten } from './rewrite'
import {
  idOf,
  speakerOf,
  spoken,
  turnKey,
  type Correction,
  type Corrections,
  type Patch,
  type SpeakerRow,
} from './state'

/** The session of turns that a person made by splitting others. */
export const splitSession = 'split'

/** The session of turns that were written down again. */
export const againSession = 'again'

/** Turns that take the place of others. */
export interface Replacement {
  readonly taken: readonly TurnId[]
  /** Their identities are given here. `like`: a turn of the one who speaks; null leaves the label. */
  readonly made: readonly { readonly turn: Turn; readonly like: TurnId | null }[]
}

/** The keys of speakers of whom no engine knows begin so. */
const madeSpeaker = '+'

/** What an edit is worked out from. */
export interface EditContext {
  readonly corrections: Corrections
  /** The engine's turn of an identity, or null where there is none. */
  readonly original: (id: TurnId) => Turn | null
  /** Whether words that never became final may be corrected: once nothing more comes. */
  readonly over: boolean
}

interface Item {
  readonly id: TurnId
  readonly turn: Turn
  readonly correction: Correction | null
}

/**
 * What an edit changes; null where everything is that way already. `turn-not-found` for a turn that
 * is not there or was taken out, `turn-not-final`, and `bad-input` where the edit makes no sense.
 */
export function patchOf(edit: Edit, context: EditContext): Result<Patch | null> {
  const found = item(edit.turn, context)
  if (!found.ok) return found
  const one = found.value
  switch (edit.kind) {
    case 'text':
      return textPatch(one, edit.text.replaceAll('\0', '').trim())
    case 'split':
      return splitPatch(one, edit.word, context)
    case 'rename':
      return renamePatch(one, edit.name, context)
    case 'join':
      return withOther(edit.next, context, (next) => joinPatch(one, next))
    case 'merge':
      return withOther(edit.into, context, (into) => mergePatch(one, into, context))
    case 'assign':
      if ('name' in edit.to) return newSpeakerPatch(one, edit.to.name, context)
      return withOther(edit.to, context, (like) =>
        assignPatch(one, speaker(like, context), context),
      )
  }
}

/** What changes where turns were written down again; `turn-not-found` as of patchOf. */
export function replacePatch(
  { taken: ids, made }: Replacement,
  context: EditContext,
): Result<Patch | null> {
  const changes: (readonly [Item | TurnId, Correction])[] = []
  for (const id of ids) {
    const found = item(id, context)
    if (!found.ok) return found
    changes.push([found.value, taken(found.value)])
  }
  const first = nextOrder(againSession, context)
  for (const [index, { turn, like }] of made.entries()) {
    const id = { sessionId: againSession, turnOrder: first + index }
    const found = like === null ? null : item(like, context)
    if (found?.ok === false) return found
    const key = found && speaker(found.value, context)
    changes.push([
      id,
      {
        turn: { ...turn, ...id },
        from: id,
        said: true,
        speaker: key === turn.source ? null : key,
        hidden: false,
      },
    ])
  }
  return changes.length === 0 ? ok(null) : turnsPatch('again', changes)
}

function item(id: TurnId, { corrections, original, over }: EditContext): Result<Item> {
  const correction = corrections.turns.get(turnKey(id)) ?? null
  const turn = spoken(idOf(id), original(correction?.from ?? id), correction ?? undefined)
  if (turn === null) return fail('turn-not-found')
  return turn.isFinal || over ? ok({ id: idOf(id), turn, correction }) : fail('turn-not-final')
}

function withOther(
  id: TurnId,
  context: EditContext,
  then: (other: Item) => Result<Patch | null>,
): Result<Patch | null> {
  const other = item(id, context)
  return other.ok ? then(other.value) : other
}

/** The correction of a turn as it is, to be changed. */
function corrected({ id, turn, correction }: Item): Correction {
  const { said = false, speaker: given = null, from = id } = correction ?? {}
  return { turn, from, said, speaker: given, hidden: false }
}

/** The same with other words. */
function saying(of: Item, turn: Turn): Correction {
  return { ...corrected(of), turn: { ...turn, isFinal: true }, said: true }
}

function taken(of: Item): Correction {
  return { ...corrected(of), hidden: true }
}

function speaker({ turn, correction }: Item, { corrections }: EditContext): string {
  return speakerOf(corrections, turn, correction?.speaker ?? null)
}

function turnsPatch(
  kind: Patch['kind'],
  changes: readonly (readonly [Item | TurnId, Correction])[],
): Result<Patch | null> {
  const turns = changes.map(([of, after]) =>
    'correction' in of
      ? { id: of.id, before: of.correction, after }
      : { id: idOf(of), before: null, after },
  )
  return ok({ kind, turns, speakers: [] })
}

function textPatch(of: Item, text: string): Result<Patch | null> {
  const { turn } = of
  if (text === turn.text) return ok(null)
  if (text === '') return turnsPatch('text', [[of, taken(of)]])
  const words = rewritten(turn.words, text, turn)
  return turnsPatch('text', [[of, saying(of, { ...turn, text, words })]])
}

function splitPatch(of: Item, word: number, context: EditContext): Result<Patch | null> {
  const { turn } = of
  const [first, second] = [turn.words.slice(0, word), turn.words.slice(word)]
  const [last, next] = [first.at(-1), second[0]]
  if (!last || !next) return fail('bad-input')
  const at = wordPlaces(turn)[word]?.[0]
  const texts =
    at === undefined
      ? [first, second].map((words) => words.map(({ text }) => text).join(' '))
      : [turn.text.slice(0, at), turn.text.slice(at)]
  const [before = '', after = ''] = texts.map((text) => text.trim())
  const id = { sessionId: splitSession, turnOrder: nextOrder(splitSession, context) }
  const endMs = Math.max(turn.startMs, last.endMs)
  const rest = { ...turn, ...id, startMs: next.startMs, text: after, words: second }
  return turnsPatch('split', [
    [of, saying(of, { ...turn, endMs, text: before, words: first })],
    [id, saying(of, { ...rest, endMs: Math.max(next.startMs, turn.endMs) })],
  ])
}

function nextOrder(sessionId: string, { corrections }: EditContext): number {
  const orders = [...corrections.turns.values()].flatMap(({ turn }) =>
    turn.sessionId === sessionId ? [turn.turnOrder] : [],
  )
  return 1 + Math.max(-1, ...orders)
}

function joinPatch(of: Item, next: Item): Result<Patch | null> {
  const same = turnKey(of.id) === turnKey(next.id)
  if (same || of.turn.source !== next.turn.source || next.turn.startMs < of.turn.startMs) {
    return fail('bad-input')
  }
  const turn = {
    ...of.turn,
    endMs: Math.max(of.turn.endMs, next.turn.endMs),
    text: joinTexts(of.turn.text, next.turn.text),
    words: [...of.turn.words, ...next.turn.words],
  }
  return turnsPatch('join', [
    [of, saying(of, turn)],
    [next, taken(next)],
  ])
}

function speakersPatch(
  kind: Patch['kind'],
  rows: readonly (readonly [string, SpeakerRow | null])[],
  { corrections }: EditContext,
): Result<Patch | null> {
  const speakers = rows
    .map(([key, after]) => ({ key, before: corrections.speakers.get(key) ?? null, after }))
    .filter(({ before, after }) => before?.name !== after?.name || before?.sameAs !== after?.sameAs)
  return ok(speakers.length === 0 ? null : { kind, turns: [], speakers })
}

/** All who go by the name of this one are renamed with it: to a reader they are one. */
function renamePatch(of: Item, name: string, context: EditContext): Result<Patch | null> {
  const key = speaker(of, context)
  const { speakers } = context.corrections
  const known = speakers.get(key)?.name ?? null
  // Somebody whom a person made has no label to go back to.
  if (name === '' && key.startsWith(madeSpeaker)) return fail('bad-input')
  const alike = [...speakers].flatMap(([other, row]) =>
    known !== null && row.name === known && row.sameAs === null ? [other] : [],
  )
  const row = name === '' ? null : { name, sameAs: null }
  return speakersPatch(
    'rename',
    [...new Set([key, ...alike])].map((other) => [other, row] as const),
    context,
  )
}

function mergePatch(of: Item, into: Item, context: EditContext): Result<Patch | null> {
  const [from, to] = [speaker(of, context), speaker(into, context)]
  if (from === to) return ok(null)
  return speakersPatch('merge', [[from, { name: null, sameAs: to }]], context)
}

function assignPatch(of: Item, key: string, context: EditContext): Result<Patch | null> {
  if (speaker(of, context) === key) return ok(null)
  return turnsPatch('assign', [[of, { ...corrected(of), speaker: key }]])
}

/** Somebody who goes by this name already is that one. */
function newSpeakerPatch(of: Item, name: string, context: EditContext): Result<Patch | null> {
  const { speakers } = context.corrections
  const known = [...speakers].find(([, row]) => row.name === name)?.[0]
  if (known !== undefined) return assignPatch(of, known, context)
  const made = [...speakers.keys()].filter((key) => key.startsWith(madeSpeaker)).length
  const key = `${madeSpeaker}${made}`
  const assigned = assignPatch(of, key, context)
  if (!assigned.ok || assigned.value === null) return assigned
  return ok({
    ...assigned.value,
    speakers: [{ key, before: null, after: { name, sameAs: null } }],
  })
}
