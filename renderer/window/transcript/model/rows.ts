import { turnKey } from '../../../../common/turn-key'
import type { Gap, TranscriptText, TurnId, TurnWords } from '../../../../common/model'
import type { TranscriptTurn } from './turn-words'

/**
 * One row of the transcript. A row of a partial has no text; the partials are stored separately.
 */
export type Row =
  | {
      readonly kind: 'turn'
      readonly key: string
      readonly startMs: number
      readonly turn: TranscriptTurn
    }
  | { readonly kind: 'gap'; readonly key: string; readonly startMs: number; readonly gap: Gap }
  | { readonly kind: 'partial'; readonly key: string; readonly startMs: number }

export type Change = { readonly type: 'put'; readonly row: Row } | { readonly type: 'drop' }

/** Only the identity of a turn. */
export function turnIdOf({ sessionId, turnOrder }: TurnId): TurnId {
  return { sessionId, turnOrder }
}

/** The row of a turn: with its text if it is final, otherwise a row of a partial. */
export function turnRow(turn: TranscriptTurn): Row {
  const key = turnKey(turn)
  return turn.isFinal
    ? { kind: 'turn', key, startMs: turn.startMs, turn }
    : { kind: 'partial', key, startMs: turn.startMs }
}

/** The row of a gap. */
export function gapRow(gap: Gap): Row {
  return { kind: 'gap', key: `gap:${gap.id}`, startMs: gap.startMs, gap }
}

/** All rows of a transcript in the order of the timeline. */
export function rowsOf(transcript: TranscriptText): readonly Row[] {
  const turns = transcript.turns.map((turn) => turnRow({ ...turn, words: null }))
  return [...turns, ...transcript.gaps.map(gapRow)].sort((a, b) => a.startMs - b.startMs)
}

/** Whether a row is echo: the microphone repeats what the system audio says. */
export function isEchoRow(row: Row): boolean {
  return row.kind === 'turn' && row.turn.echo
}

/** New rows are added near the end, so the search starts there. */
function indexOfKey(rows: readonly Row[], key: string): number {
  for (let index = rows.length - 1; index >= 0; index--) {
    if (rows[index]?.key === key) return index
  }
  return -1
}

/** After the last row that does not start later. */
function insertionIndex(rows: readonly Row[], startMs: number): number {
  let index = rows.length
  while (index > 0 && (rows[index - 1]?.startMs ?? 0) > startMs) index--
  return index
}

/** Only a correction changes more rows than this at once. */
const few = 20

/** Looks at each row once, however many change. */
function applyMany(rows: readonly Row[], changes: ReadonlyMap<string, Change>): readonly Row[] {
  const stay = rows.filter((row) => !changes.has(row.key))
  const come = [...changes.values()].flatMap((change) => (change.type === 'put' ? change.row : []))
  return [...stay, ...come].sort((a, b) => a.startMs - b.startMs)
}

/**
 * Applies changes by key and keeps the order of the timeline. Returns the same array if nothing
 * changes on screen: a partial that already has its row changes no row.
 */
export function applyChanges(
  rows: readonly Row[],
  changes: ReadonlyMap<string, Change>,
): readonly Row[] {
  if (changes.size > few) return applyMany(rows, changes)
  let next: Row[] | null = null
  for (const [key, change] of changes) {
    const current = next ?? rows
    const index = indexOfKey(current, key)
    const here = current[index]
    if (change.type === 'drop' ? !here : change.row.kind === 'partial' && here?.kind === 'partial')
      continue
    next ??= [...rows]
    if (index >= 0) next.splice(index, 1)
    if (change.type === 'put') next.splice(insertionIndex(next, change.row.startMs), 0, change.row)
  }
  return next ?? rows
}

/** The rows, with words for the turns that had none yet. */
export function withWords(rows: readonly Row[], found: readonly TurnWords[]): readonly Row[] {
  const words = new Map(found.map((turn) => [turnKey(turn), turn.words]))
  return rows.map((row) => {
    const text = row.kind === 'turn' && row.turn.words === null ? words.get(row.key) : undefined
    return row.kind === 'turn' && text !== undefined ? turnRow({ ...row.turn, words: text }) : row
  })
}
