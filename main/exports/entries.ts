import { exportMessages } from '../../common/text'
import type { Gap, Turn, WordlessTurn } from '../../common/model'
import { speakerName } from '../../common/speaker-name'
import { wholeCharacters } from './characters'
import { readingTime } from './times'

/** A part of an exported transcript. */
export type Entry<T extends WordlessTurn = Turn> =
  | { kind: 'turn'; turn: T; speaker: string }
  | { kind: 'gap'; gap: Gap }

/** The turns, with or without words, and the gaps of a meeting. */
export interface TranscriptContent<T extends WordlessTurn = WordlessTurn> {
  readonly turns: readonly T[]
  readonly gaps: readonly Gap[]
}

/**
 * Returns turns and gaps in the order of the time line. Echo is left out by default, since the turns
 * of the system audio have the same words. A turn that never became final is included only if no
 * finals of its source cover half of its time, because then its words are nowhere else. Turns
 * without text are left out.
 */
export function entriesOf<T extends WordlessTurn>(
  { turns, gaps }: TranscriptContent<T>,
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

/** Returns the name of the speaker: a label such as "A", a name, or the name of the source. */
export function speakerOf({ speaker, source }: Pick<Turn, 'speaker' | 'source'>): string {
  return speakerName({ speaker: speaker === null ? null : oneLine(speaker), source })
}

/**
 * Returns one sentence: what is missing, why, and whether it was filled later. Without times it
 * contains the length instead.
 */
export function gapSentence(gap: Gap, times = true): string {
  const reason = exportMessages.gapReasons[gap.reason]
  return times
    ? exportMessages.gap({
        from: readingTime(gap.startMs),
        to: readingTime(gap.endMs),
        reason,
        filled: gap.filled,
      })
    : exportMessages.gapLength(
        readingTime(Math.max(1_000, gap.endMs - gap.startMs)),
        reason,
        gap.filled,
      )
}

/**
 * Returns a text as one line of whole characters: line breaks and control characters could break the
 * format of the file, and UTF-8 cannot encode half a character.
 */
export function oneLine(text: string): string {
  return wholeCharacters(text)
    .replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
}
