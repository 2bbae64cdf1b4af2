import type { Turn, TurnId } from '../../preload/model'

/** Turns of one who speaks, under one name. */
export interface Run {
  readonly key: string
  readonly turns: readonly Turn[]
}

/** What the two lines are made of. */
export interface Picture {
  /** The oldest first. Its first lines may be above what is seen. */
  readonly runs: readonly Run[]
  /** Two speak at once, and each has a line. */
  readonly split: boolean
}

/** Each turn fills a line at least, so that fewer would do; the rest is for those that are dropped. */
const kept = 12
/** Words of two sources that overlap for less are said one after the other. */
const togetherMs = 500
/** Who said nothing for so long while another spoke does not speak with them. */
const silentMs = 3_000

function isSame(a: TurnId, b: TurnId): boolean {
  return a.sessionId === b.sessionId && a.turnOrder === b.turnOrder
}

/** Whether a turn is said now and here: no echo, and not words that were filled in afterwards. */
export function isSaid(turn: Turn): boolean {
  return turn.text !== '' && !turn.echo && !turn.filledIn
}

/** The turns with this one in its place on the time line. */
export function withTurn(turns: readonly Turn[], turn: Turn): readonly Turn[] {
  const others = withoutTurn(turns, turn)
  const after = others.findLastIndex((other) => other.startMs <= turn.startMs) + 1
  return others.toSpliced(after, 0, turn).slice(-kept)
}

/** The turns without this one. */
export function withoutTurn(turns: readonly Turn[], identity: TurnId): readonly Turn[] {
  return turns.filter((turn) => !isSame(turn, identity))
}

/** The identity of a turn, as text. */
export function keyOf({ sessionId, turnOrder }: TurnId): string {
  return `${sessionId}:${turnOrder}`
}

function runOf(...turns: [Turn, ...Turn[]]): Run {
  return { key: keyOf(turns[0]), turns }
}

function isSamePerson(a: Turn, b: Turn): boolean {
  return a.source === b.source && a.speaker === b.speaker
}

/**
 * What the two lines show: the last words one after the other; or, while two speak at once, the last
 * line of each. The line at the bottom stays when the one who spoke as well falls silent.
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
