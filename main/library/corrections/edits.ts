import { fail, ok, type Result } from '../../../common/errors'
import type { Turn, TurnEdit, TurnId } from '../../../common/model'
import { wordPlaces } from '../../../common/text/word-spans'
import { joinWords } from '../../../common/text/join-words'
import { rewritten } from './rewrite'
import { turnKey } from '../../../common/turn-key'
import {
  idOf,
  speakerOf,
  withCorrection,
  type Correction,
  type Corrections,
  type Patch,
  type SpeakerRow,
} from './state'

/** The session id of turns that a person created by splitting others. */
const splitSession = 'split'

/** The session id of re-transcribed turns. */
export const retranscribedSession = 'again'

/** Turns that replace others. */
export interface Replacement {
  readonly removed: readonly TurnId[]
  /** They get their identities here. `like`: a turn of the same speaker; null keeps the label. */
  readonly added: readonly { readonly turn: Turn; readonly like: TurnId | null }[]
}

/** The keys of speakers that a person created start with this. */
const madeSpeaker = '+'

/** What an edit is computed from. */
export interface EditContext {
  readonly corrections: Corrections
  /** The engine's turn with this identity, or null. */
  readonly original: (id: TurnId) => Turn | null
  /** Whether the meeting is over; only then may turns that never became final be corrected. */
  readonly isOver: boolean
}

interface Item {
  readonly id: TurnId
  readonly turn: Turn
  readonly correction: Correction | null
}

/**
 * Computes what an edit changes; null if it changes nothing. Errors: `turn-not-found` for a turn
 * that does not exist or was removed, `turn-not-final`, and `bad-input` if the edit makes no sense.
 */
export function patchOf(edit: TurnEdit, context: EditContext): Result<Patch | null> {
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

/** Computes what a re-transcription changes. Errors: `turn-not-found`, as for patchOf. */
export function replacePatch(
  { removed, added }: Replacement,
  context: EditContext,
): Result<Patch | null> {
  const changes: (readonly [Item | TurnId, Correction])[] = []
  for (const id of removed) {
    const found = item(id, context)
    if (!found.ok) return found
    changes.push([found.value, hidden(found.value)])
  }
  const first = nextOrder(retranscribedSession, context)
  for (const [index, { turn, like }] of added.entries()) {
    const id = { sessionId: retranscribedSession, turnOrder: first + index }
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

function item(id: TurnId, { corrections, original, isOver }: EditContext): Result<Item> {
  const correction = corrections.turns.get(turnKey(id)) ?? null
  const turn = withCorrection(idOf(id), original(correction?.from ?? id), correction ?? undefined)
  if (turn === null) return fail('turn-not-found')
  return turn.isFinal || isOver ? ok({ id: idOf(id), turn, correction }) : fail('turn-not-final')
}

function withOther(
  id: TurnId,
  context: EditContext,
  then: (other: Item) => Result<Patch | null>,
): Result<Patch | null> {
  const other = item(id, context)
  return other.ok ? then(other.value) : other
}

/** The current correction of a turn, as the base of a new one. */
function corrected({ id, turn, correction }: Item): Correction {
  const { said = false, speaker: given = null, from = id } = correction ?? {}
  return { turn, from, said, speaker: given, hidden: false }
}

/** The same correction with other words. */
function withWords(of: Item, turn: Turn): Correction {
  return { ...corrected(of), turn: { ...turn, isFinal: true }, said: true }
}

function hidden(of: Item): Correction {
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
  if (text === '') return turnsPatch('text', [[of, hidden(of)]])
  const words = rewritten(turn.words, text, turn)
  return turnsPatch('text', [[of, withWords(of, { ...turn, text, words })]])
}

function splitPatch(of: Item, word: number, context: EditContext): Result<Patch | null> {
  const { turn } = of
  const [first, second] = [turn.words.slice(0, word), turn.words.slice(word)]
  const [last, next] = [first.at(-1), second[0]]
  if (!last || !next) return fail('bad-input')
  const at = wordPlaces(turn)[word]?.[0]
  const texts =
    at === undefined
      ? [first, second].map((words) => joinWords(words.map(({ text }) => text)))
      : [turn.text.slice(0, at), turn.text.slice(at)]
  const [before = '', after = ''] = texts.map((text) => text.trim())
  const id = { sessionId: splitSession, turnOrder: nextOrder(splitSession, context) }
  const endMs = Math.max(turn.startMs, last.endMs)
  const rest = { ...turn, ...id, startMs: next.startMs, text: after, words: second }
  return turnsPatch('split', [
    [of, withWords(of, { ...turn, endMs, text: before, words: first })],
    [id, withWords(of, { ...rest, endMs: Math.max(next.startMs, turn.endMs) })],
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
    text: joinWords([of.turn.text, next.turn.text]),
    words: [...of.turn.words, ...next.turn.words],
  }
  return turnsPatch('join', [
    [of, withWords(of, turn)],
    [next, hidden(next)],
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

/** Renames everybody who has this speaker's name: to a reader they are one person. */
function renamePatch(of: Item, name: string, context: EditContext): Result<Patch | null> {
  const key = speaker(of, context)
  const { speakers } = context.corrections
  const known = speakers.get(key)?.name ?? null
  // A speaker that a person created has no label to fall back to.
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

/** If somebody in the meeting already has this name, the turn is assigned to them. */
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
