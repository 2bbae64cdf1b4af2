import type { PackedText, PackedWords, Transcript } from './model'
import { unpackText, unpackWords } from './model/packed'
import { parseWords } from './stored-words'
import { turnKey } from './turn-key'

/** Unpacks a transcript; if `words` is null, its turns have no words. */
export function unpackTranscript(
  text: PackedText,
  words: readonly PackedWords[] | null,
): Transcript {
  const { meeting, gaps, turns } = unpackText(text)
  const said = new Map(
    (words ?? []).flatMap(unpackWords).map((turn) => [turnKey(turn), turn.words] as const),
  )
  return {
    meeting,
    gaps,
    turns: turns.map((turn) => ({ ...turn, words: parseWords(said.get(turnKey(turn)) ?? '[]') })),
  }
}
