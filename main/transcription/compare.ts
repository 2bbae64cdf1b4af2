import { diffArrays } from 'diff'
import type { TextDifference, Turn, TurnId, Word } from '../../common/model'
import { speakerName } from '../../common/speaker-name'
import { joinWords } from '../../common/text/join-words'
import { turnKey } from '../../common/turn-key'
import { foldedWords, type HandEdits, type Replacement } from '../library'

/** A turn of today with its new text, or new text where there was none. */
export interface Difference {
  readonly key: string
  readonly before: Turn | null
  readonly after: readonly Turn[]
  /** A turn of the same speaker. */
  readonly like: TurnId | null
  /** Whether a person wrote the text of today, or removed it. */
  readonly isCorrected: boolean
}

interface PlacedWord {
  readonly word: Word
  readonly turn: Turn
}

/** Both texts pause for this long between two windows that are compared one at a time. */
const windowPauseMs = 300
/** Texts with more changes than this are compared by their times only. */
const maxEdits = 2_000

/**
 * Compares the text of today with the new one, turn by turn. Words that stayed tie the new text to a
 * turn; those between them go to the nearest turn by their times. Turns that do not differ are left out.
 */
export function differencesOf(
  taken: readonly Turn[],
  found: readonly Turn[],
  hand: HandEdits,
): Difference[] {
  const sources = [...new Set([...taken, ...found].map(({ source }) => source))]
  return sources
    .flatMap((source) => {
      const of = (turns: readonly Turn[]) => turns.filter((turn) => turn.source === source)
      return differencesOfSource(of(taken), of(found), hand)
    })
    .sort((a, b) => startOf(a) - startOf(b))
}

function startOf({ before, after }: Difference): number {
  return before?.startMs ?? after[0]?.startMs ?? 0
}

function differencesOfSource(
  taken: readonly Turn[],
  found: readonly Turn[],
  hand: HandEdits,
): Difference[] {
  const given = new Map<Turn, PlacedWord[]>(taken.map((turn) => [turn, []]))
  const added: PlacedWord[][] = []
  for (const { before, after } of windowsOf(placed(taken), placed(found))) {
    const nearby = [...new Set(before.map(({ turn }) => turn))]
    if (nearby.length === 0) added.push(after)
    else for (const [turn, words] of assigned(before, after)) given.get(turn)?.push(...words)
  }
  const corrected = new Set(hand.turns.map(turnKey))
  const isUnlabelled = taken.every(({ speaker }) => speaker === null)
  const changed = [...given].flatMap(([before, words]): Difference[] => {
    const after = turnsOf(words, isUnlabelled)
    const isSame =
      textOf(before.words) === textOf(words.map(({ word }) => word)) &&
      after.every(({ speaker }) => speaker === null)
    if (isSame) return []
    const { sessionId, turnOrder } = before
    const key = turnKey(before)
    const like = isUnlabelled ? null : { sessionId, turnOrder }
    return [{ key, before, after, like, isCorrected: corrected.has(key) }]
  })
  const inserted = added.map((words): Difference => {
    const after = turnsOf(words, isUnlabelled)
    const [{ startMs, endMs, source }] = [after[0] ?? { startMs: 0, endMs: 0, source: '' }]
    const near = isUnlabelled ? null : nearest(taken, (startMs + endMs) / 2)
    return {
      key: `new ${source} ${startMs}`,
      before: null,
      after,
      like: near && { sessionId: near.sessionId, turnOrder: near.turnOrder },
      isCorrected: hand.removed.some(
        (range) => range.source === source && range.startMs < endMs && range.endMs > startMs,
      ),
    }
  })
  return [...changed, ...inserted]
}

function placed(turns: readonly Turn[]): PlacedWord[] {
  return turns
    .flatMap((turn) => turn.words.map((word) => ({ word, turn })))
    .sort((a, b) => a.word.startMs - b.word.startMs)
}

interface Window {
  readonly before: PlacedWord[]
  readonly after: PlacedWord[]
}

/** Cuts both texts where neither of them has a word for a moment. */
function windowsOf(before: readonly PlacedWord[], after: readonly PlacedWord[]): Window[] {
  const all = [
    ...before.map((each) => ({ ...each, isNew: false })),
    ...after.map((each) => ({ ...each, isNew: true })),
  ].sort((a, b) => a.word.startMs - b.word.startMs)
  const windows: Window[] = []
  let endMs = -Infinity
  for (const { isNew, ...each } of all) {
    if (each.word.startMs - endMs > windowPauseMs) windows.push({ before: [], after: [] })
    windows.at(-1)?.[isNew ? 'after' : 'before'].push(each)
    endMs = Math.max(endMs, each.word.endMs)
  }
  return windows
}

/** The new words of each turn of a window. */
function assigned(
  before: readonly PlacedWord[],
  after: readonly PlacedWord[],
): ReadonlyMap<Turn, readonly PlacedWord[]> {
  const byTurn = new Map<Turn, PlacedWord[]>()
  const give = (turn: Turn | null, word: PlacedWord) => {
    if (turn !== null) byTurn.set(turn, [...(byTurn.get(turn) ?? []), word])
  }
  const changes = diffArrays(before.map(plain), after.map(plain), { maxEditLength: maxEdits })
  let [at, next] = [0, 0]
  let touched: Turn[] = []
  let waiting: PlacedWord[] = []
  const settle = (until: Turn | null) => {
    const last = before[at - 1]?.turn
    const candidates = [...touched, ...(last ? [last] : []), ...(until ? [until] : [])]
    for (const word of waiting) give(nearest(candidates, middle(word.word)), word)
    touched = []
    waiting = []
  }
  for (const { count, added, removed } of changes ?? []) {
    if (added) {
      waiting.push(...after.slice(next, next + count))
      next += count
    } else if (removed) {
      touched.push(...before.slice(at, at + count).map(({ turn }) => turn))
      at += count
    } else {
      settle(before[at]?.turn ?? null)
      for (let index = 0; index < count; index += 1) {
        const word = after[next + index]
        if (word) give(before[at + index]?.turn ?? null, word)
      }
      at += count
      next += count
    }
  }
  settle(null)
  const turns = before.map(({ turn }) => turn)
  if (changes === undefined) {
    for (const word of after) give(nearest(turns, middle(word.word)), word)
  }
  return byTurn
}

/** A word without its case, accents and punctuation. */
function plain({ word }: PlacedWord): string {
  const folded = foldedWords(word.text).map((each) => each.word)
  return folded.join('') || word.text
}

const middle = ({ startMs, endMs }: Word) => (startMs + endMs) / 2
const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join(' ')

/** The turn that contains a time, or the nearest one. */
function nearest(turns: readonly Turn[], ms: number): Turn | null {
  const distance = ({ startMs, endMs }: Turn) => Math.max(startMs - ms, ms - endMs, 0)
  let best: Turn | null = null
  for (const turn of turns) if (best === null || distance(turn) < distance(best)) best = turn
  return best
}

/** Makes turns of words: a new one where the engine began one, with its labels if there were none. */
function turnsOf(words: readonly PlacedWord[], isUnlabelled: boolean): Turn[] {
  const groups: PlacedWord[][] = []
  for (const each of words) {
    const last = groups.at(-1)
    if (last?.at(-1)?.turn === each.turn) last.push(each)
    else groups.push([each])
  }
  return groups.flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { turn } = first
    const speaker = isUnlabelled ? turn.speaker : null
    const own = group.map(({ word }) => (isUnlabelled ? word : { ...word, speaker: null }))
    const isWhole = group.length === turn.words.length
    return {
      ...turn,
      speaker,
      words: own,
      text: isWhole ? turn.text : joinWords(own.map(({ text }) => text)),
      startMs: Math.min(...own.map(({ startMs }) => startMs)),
      endMs: Math.max(...own.map(({ endMs }) => endMs)),
    }
  })
}

/** Puts the new text of these differences in the place of the old one. */
export function replacementFor(differences: readonly Difference[]): Replacement {
  return {
    removed: differences.flatMap(({ before }) =>
      before === null ? [] : { sessionId: before.sessionId, turnOrder: before.turnOrder },
    ),
    added: differences.flatMap(({ after, like }) => after.map((turn) => ({ turn, like }))),
  }
}

/** A difference as a person reads it: both texts, with what is only in one of them. */
export function shownDifference(difference: Difference): TextDifference {
  const { key, before, after, isCorrected } = difference
  const [old, fresh] = [before?.words ?? [], after.flatMap(({ words }) => words)]
  const texts = (words: readonly Word[]) => words.map(({ text }) => text)
  const parts: { before: TextDifference['before']; after: TextDifference['after'] } = {
    before: [],
    after: [],
  }
  const changes = diffArrays(texts(old), texts(fresh), { maxEditLength: maxEdits }) ?? [
    { value: texts(old), added: false, removed: true },
    { value: texts(fresh), added: true, removed: false },
  ]
  for (const { value, added, removed } of changes) {
    const part = { text: joinWords(value), isOnlyHere: added || removed }
    if (!added) parts.before.push(part)
    if (!removed) parts.after.push(part)
  }
  const [first] = after
  const speakers = after.map((turn) => (before ? (turn.speaker ?? before.speaker) : turn.speaker))
  return {
    key,
    startMs: startOf(difference),
    speaker: before ? speakerName(before) : first ? speakerName(first) : '',
    newSpeaker:
      before !== null && first !== undefined && first.speaker !== null
        ? speakerName({ source: first.source, speaker: speakers[0] ?? null })
        : null,
    ...parts,
    isCorrected,
  }
}
