import type { WordlessTurn } from '../../common/model'
import { speakerName } from '../../common/speaker-name'

/** A turn as a model reads it; the numbers begin at 1 and have no gaps. */
export interface NumberedTurn {
  readonly number: number
  readonly startMs: number
  readonly speaker: string
  readonly text: string
  readonly language: string | null
}

/** Numbers the turns that a person reads, which are given in the order of the time line. */
export function numberTurns(turns: readonly WordlessTurn[]): NumberedTurn[] {
  return turns.map((turn, index) => ({
    number: index + 1,
    startMs: turn.startMs,
    speaker: oneLine(speakerName(turn)),
    text: oneLine(turn.text),
    language: turn.language,
  }))
}

/** SECURITY: nobody can write a turn of their own into a text or a name. */
function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** One line for a model: `[12] Dana: Then I tell finance today.` */
export function turnLine({ number, speaker, text }: NumberedTurn): string {
  return `[${number}] ${speaker}: ${text}`
}
