import { ok, type Result } from '../errors'
import type {
  Meeting,
  PackedText,
  PackedWords,
  TranscriptText,
  TurnPlace,
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

/** Packs the words of turns for a window; `next` is null if they are the last. */
export function packWords(turns: readonly TurnWords[], next: TurnPlace | null = null): PackedWords {
  return {
    next,
    turns: JSON.stringify(turns.map(({ sessionId, turnOrder }) => [sessionId, turnOrder])),
    // JSON has line breaks in its white space only. The library writes none, but damage may: each
    // turn must stay one line.
    words: turns.map((turn) => turn.words.replaceAll('\n', ' ')).join('\n'),
  }
}

/** Asks for the words of a meeting, part by part. */
export async function allWords(
  ask: (after: TurnPlace | null) => Promise<Result<PackedWords>>,
): Promise<Result<PackedWords[]>> {
  const parts: PackedWords[] = []
  let after: TurnPlace | null = null
  do {
    const part = await ask(after)
    if (!part.ok) return part
    parts.push(part.value)
    after = part.value.next
  } while (after !== null)
  return ok(parts)
}

/** Unpacks the words of a part of a transcript. */
export function unpackWords({ turns, words }: PackedWords): TurnWords[] {
  const lines = words.split('\n')
  return (JSON.parse(turns) as [string, number][]).map(([sessionId, turnOrder], index) => ({
    sessionId,
    turnOrder,
    words: lines[index] ?? '[]',
  }))
}
