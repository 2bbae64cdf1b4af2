import type { PackedText, PackedWords } from '../../common/model'
import { unpackTranscript } from '../../common/packed-transcript'

/** A word of an imported file; times are ms of its time line. */
export interface ImportedWord {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  readonly source: string
}

/** The words of a meeting in the order of its time line. */
export function importedWords(text: PackedText, words: readonly PackedWords[]): ImportedWord[] {
  return unpackTranscript(text, words)
    .turns.filter((turn) => turn.isFinal)
    .flatMap(({ source, words: said }) =>
      said.map(({ text, startMs, endMs }) => ({ text, startMs, endMs, source })),
    )
    .sort((a, b) => a.startMs - b.startMs)
}
