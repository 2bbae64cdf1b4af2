import { exportMessages } from '../../preload/export-messages'
import type { Gap, Turn, WordlessTurn } from '../../preload/model'
import { speakerName } from '../../preload/speaker-name'
import { wholeCharacters } from './characters'
import { readingTime } from './times'

/** What an exported transcript is made of, in the order of the time line. */
export type Entry<T extends WordlessTurn = Turn> =
  { kind: 'turn'; turn: T; speaker: string } | { kind: 'gap'; gap: Gap }

/** Turns, with their words where they are wanted, and gaps. */
export interface Spoken<T extends WordlessTurn = WordlessTurn> {
  readonly turns: readonly T[]
  readonly gaps: readonly Gap[]
}

/**
 * Turns and gaps in order. Echo is out, unless it is asked for: the system's turns have its words. A
 * turn that never became final is in only where no final of its source covers half of its time or
 * more: then its words stand nowhere else. Turns without text are out.
 */
export function entriesOf<T extends WordlessTurn>(
  { turns, gaps }: Spoken<T>,
  withEcho = false,
): Entry<T>[] {
  const finals = turns.filter(({ isFinal }) => isFinal)
  const spoken: Entry<T>[] = turns
    .filter((turn) => oneLine(turn.text) !== '' && (turn.isFinal || !isCovered(turn, finals)))
    .filter((turn) => withEcho || !turn.echo)
    .map((turn) => ({ kind: 'turn', turn, speaker: speakerOf(turn) }))
  const missing: Entry<T>[] = gaps.map((gap) => ({ kind: 'gap', gap }))
  return [...missing, ...spoken].sort((a, b) => startOf(a) - startOf(b))
}

export function startOf(entry: Entry<WordlessTurn>): number {
  return entry.kind === 'turn' ? entry.turn.startMs : entry.gap.startMs
}

function isCovered(partial: WordlessTurn, finals: readonly WordlessTurn[]): boolean {
  const length = Math.max(1, partial.endMs - partial.startMs)
  let covered = 0
  for (const final of finals) {
    if (final.source !== partial.source) continue
    const end = Math.min(final.endMs, partial.startMs + length)
    covered += Math.max(0, end - Math.max(final.startMs, partial.startMs))
  }
  return covered * 2 >= length
}

/** Who spoke, for reading: a label such as "A", a name as it is, else by the source. */
export function speakerOf({ speaker, source }: Pick<Turn, 'speaker' | 'source'>): string {
  return speakerName({ speaker: speaker === null ? null : oneLine(speaker), source })
}

/**
 * One sentence: what is missing, why, and whether it was filled in afterwards. Without times it
 * tells how long, and stands where it was.
 */
export function gapSentence(gap: Gap, times = true): string {
  const reason = exportMessages.gapReasons[gap.reason]
  return times
    ? exportMessages.gap(readingTime(gap.startMs), readingTime(gap.endMs), reason, gap.filled)
    : exportMessages.gapLength(
        readingTime(Math.max(1_000, gap.endMs - gap.startMs)),
        reason,
        gap.filled,
      )
}

/**
 * Text as one line of whole characters: a line break or a control character inside would break the
 * file around it, and half a character cannot be written as UTF-8.
 */
export function oneLine(text: string): string {
  return wholeCharacters(text)
    .replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
}
