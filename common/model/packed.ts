import type {
  Meeting,
  PackedText,
  PackedWords,
  TranscriptText,
  TurnWords,
  WordlessTurn,
} from '../schemas/transcript'

// No schema here, because the windows load no zod.

/** Packs a list of meetings for a window, which may be long. */
export function packMeetings(meetings: readonly Meeting[]): string {
  return JSON.stringify(meetings)
}

/** Unpacks a list of meetings. */
export function unpackMeetings(packed: string): Meeting[] {
  return JSON.parse(packed) as Meeting[]
}

/** Packs the text of a transcript for a window. */
export function packText({ meeting, gaps, turns }: TranscriptText): PackedText {
  return { meeting, gaps, turns: JSON.stringify(turns) }
}

/** Unpacks the text of a transcript. */
export function unpackText({ meeting, gaps, turns }: PackedText): TranscriptText {
  return { meeting, gaps, turns: JSON.parse(turns) as WordlessTurn[] }
}

/** Packs the words of a transcript for a window. */
export function packWords(turns: readonly TurnWords[]): PackedWords {
  return {
    turns: JSON.stringify(turns.map(({ sessionId, turnOrder }) => [sessionId, turnOrder])),
    // JSON has line breaks in its white space only. The library writes none, but damage may: each
    // turn must stay one line.
    words: turns.map((turn) => turn.words.replaceAll('\n', ' ')).join('\n'),
  }
}

/** Unpacks the words of a transcript. */
export function unpackWords({ turns, words }: PackedWords): TurnWords[] {
  const lines = words.split('\n')
  return (JSON.parse(turns) as [string, number][]).map(([sessionId, turnOrder], index) => ({
    sessionId,
    turnOrder,
    words: lines[index] ?? '[]',
  }))
}
