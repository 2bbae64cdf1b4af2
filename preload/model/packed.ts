import type { PackedText, PackedWords, TranscriptText, TurnWords, WordlessTurn } from './transcript'

// No schema here: the windows have no need of zod.

/** Packs the text of a transcript for a window. */
export function packText({ meeting, gaps, turns }: TranscriptText): PackedText {
  return { meeting, gaps, turns: JSON.stringify(turns) }
}

/** What was packed, as it was. */
export function unpackText({ meeting, gaps, turns }: PackedText): TranscriptText {
  return { meeting, gaps, turns: JSON.parse(turns) as WordlessTurn[] }
}

/** Packs the words of a transcript for a window. */
export function packWords(turns: readonly TurnWords[]): PackedWords {
  return {
    turns: JSON.stringify(turns.map(({ sessionId, turnOrder }) => [sessionId, turnOrder])),
    // JSON has line breaks in its white space only, and the library writes none.
    words: turns.map((turn) => turn.words).join('\n'),
  }
}

/** What was packed, as it was. */
export function unpackWords({ turns, words }: PackedWords): TurnWords[] {
  const lines = words.split('\n')
  return (JSON.parse(turns) as [string, number][]).map(([sessionId, turnOrder], index) => ({
    sessionId,
    turnOrder,
    words: lines[index] ?? '[]',
  }))
}
