import { turnKey } from '../../common/turn-key'
import type { Turn, TurnId } from '../../common/model'

/** Turns of one speaker, under one name. */
export interface Run {
  readonly key: string
  readonly turns: readonly Turn[]
}

/** The content of the two lines. */
export interface Picture {
  /** The oldest first. Its first lines may be above the visible area. */
  readonly runs: readonly Run[]
  /** Two people speak at once, and each has a line. */
  readonly split: boolean
}

/** More than two lines need, because some turns are dropped later. */
const kept = 12
/** A shorter overlap of two sources counts as one after the other. */
const togetherMs = 500
/** After this much silence, a person no longer counts as speaking at the same time as another. */
const silentMs = 3_000

function isSame(a: TurnId, b: TurnId): boolean {
  return a.sessionId === b.sessionId && a.turnOrder === b.turnOrder
}

/** Whether a turn was just said: not echo, and not filled in afterwards. */
export function isSaid(turn: Turn): boolean {
  return turn.text !== '' && !turn.echo && !turn.filledIn
}

/** The turns with this one in its place on the timeline. */
export function withTurn(turns: readonly Turn[], turn: Turn): readonly Turn[] {
  const others = withoutTurn(turns, turn)
  const after = others.findLastIndex((other) => other.startMs <= turn.startMs) + 1
  return others.toSpliced(after, 0, turn).slice(-kept)
}

/** The turns without this one. */
export function withoutTurn(turns: readonly Turn[], identity: TurnId): readonly Turn[] {
  return turns.filter((turn) => !isSame(turn, identity))
}

function runOf(...turns: [Turn, ...Turn[]]): Run {
  return { key: turnKey(turns[0]), turns }
}

function isSamePerson(a: Turn, b: Turn): boolean {
  return a.source === b.source && a.speaker === b.speaker
}

/**
 * The content of the two lines: the last words one after the other, or the last line of each while
 * two people speak at once. The lower line stays when the other person stops.
 */
export function pictureOf(turns: readonly Turn[]): Picture {
  const said = turns.filter(isSaid)
  const [before, last] = said.slice(-2)
  if (before === undefined) return { runs: [], split: false }
  if (last === undefined) return { runs: [runOf(before)], split: false }
  if (before.endMs - last.startMs > togetherMs) {
    const aheadMs = before.endMs - last.endMs
    if (aheadMs > silentMs) return pictureOf(said.slice(0, -1))
    if (-aheadMs <= silentMs) return { runs: [runOf(before), runOf(last)], split: true }
  }
  const runs = isSamePerson(before, last) ? [runOf(before, last)] : [runOf(before), runOf(last)]
  return { runs, split: false }
}
