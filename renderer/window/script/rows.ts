import type { Gap, TranscriptText, TurnId, TurnWords } from '../../../preload/model'
import type { ScriptTurn } from './words'

/** One row of the script. A partial row holds its place only; its words are kept apart. */
export type Row =
  | {
      readonly kind: 'turn'
      readonly key: string
      readonly startMs: number
      readonly turn: ScriptTurn
    }
  | { readonly kind: 'gap'; readonly key: string; readonly startMs: number; readonly gap: Gap }
  | { readonly kind: 'partial'; readonly key: string; readonly startMs: number }

export type Change = { readonly type: 'put'; readonly row: Row } | { readonly type: 'drop' }

/** The identity of a turn, as text. */
export function turnKey(turn: TurnId): string {
  return `${turn.sessionId}:${turn.turnOrder}`
}

/** The identity of a turn alone. */
export function turnIdOf({ sessionId, turnOrder }: TurnId): TurnId {
  return { sessionId, turnOrder }
}

/** The row of a turn: with its words where it is final, a place where it is not. */
export function turnRow(turn: ScriptTurn): Row {
  const key = turnKey(turn)
  return turn.isFinal
    ? { kind: 'turn', key, startMs: turn.startMs, turn }
    : { kind: 'partial', key, startMs: turn.startMs }
}

/** The row of a gap. */
export function gapRow(gap: Gap): Row {
  return { kind: 'gap', key: `gap:${gap.id}`, startMs: gap.startMs, gap }
}

/** All rows of a transcript in the order of the time line. */
export function rowsOf(transcript: TranscriptText): readonly Row[] {
  const turns = transcript.turns.map((turn) => turnRow({ ...turn, words: null }))
  return [...turns, ...transcript.gaps.map(gapRow)].sort((a, b) => a.startMs - b.startMs)
}

/** Whether a row only says again what the system's turns say. */
export function isEchoRow(row: Row): boolean {
  return row.kind === 'turn' && row.turn.echo
}

/** New rows come near the end, so the search begins there. */
function indexOfKey(rows: readonly Row[], key: string): number {
  for (let index = rows.length - 1; index >= 0; index--) {
    if (rows[index]?.key === key) return index
  }
  return -1
}

/** After the last row that does not start later. */
function place(rows: readonly Row[], startMs: number): number {
  let index = rows.length
  while (index > 0 && (rows[index - 1]?.startMs ?? 0) > startMs) index--
  return index
}

/** More than these come at once from a correction only, which can reach every turn. */
const few = 20

/** Every row is looked at once, however many change. */
function applyMany(rows: readonly Row[], changes: ReadonlyMap<string, Change>): readonly Row[] {
  const stay = rows.filter((row) => !changes.has(row.key))
  const come = [...changes.values()].flatMap((change) => (change.type === 'put' ? change.row : []))
  return [...stay, ...come].sort((a, b) => a.startMs - b.startMs)
}

/**
 * Applies changes by key and keeps the order of the time line. Answers with the same array where
 * nothing is to be drawn again: a partial that is in its place already changes no row.
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
    if (change.type === 'put') next.splice(place(next, change.row.startMs), 0, change.row)
  }
  return next ?? rows
}

/** The rows with the words of those turns that had none yet. */
export function withWords(rows: readonly Row[], found: readonly TurnWords[]): readonly Row[] {
  const words = new Map(found.map((turn) => [turnKey(turn), turn.words]))
  return rows.map((row) => {
    const text = row.kind === 'turn' && row.turn.words === null ? words.get(row.key) : undefined
    return row.kind === 'turn' && text !== undefined ? turnRow({ ...row.turn, words: text }) : row
  })
}
