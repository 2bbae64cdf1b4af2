import {
  unpackText,
  unpackWords,
  type PackedText,
  type PackedWords,
  type Word,
} from '../../common/model'

/** A word of an imported file; times are ms of its time line. */
export interface ImportedWord {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  readonly source: string
}

/** The words of a meeting in the order of its time line. */
export function importedWords(text: PackedText, words: PackedWords): ImportedWord[] {
  const key = (turn: { readonly sessionId: string; readonly turnOrder: number }) =>
    `${turn.sessionId} ${turn.turnOrder}`
  const byTurn = new Map(unpackWords(words).map((turn) => [key(turn), turn.words]))
  return unpackText(text)
    .turns.filter((turn) => turn.isFinal)
    .flatMap((turn) =>
      (JSON.parse(byTurn.get(key(turn)) ?? '[]') as Word[]).map(({ text, startMs, endMs }) => ({
        ...{ text, startMs, endMs, source: turn.source },
      })),
    )
    .sort((a, b) => a.startMs - b.startMs)
}
