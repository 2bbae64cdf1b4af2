import type {
  NameSuggestion,
  NewRedaction,
  PackedText,
  PackedWords,
  Redaction,
  RedactionState,
  Transcript,
  TranscriptPart,
} from '../../common/model'
import { packText, packWords } from '../../common/model'
import { unpackTranscript } from '../../common/packed-transcript'
import type { Range } from '../../common/time'
import { suggestNames } from '../library'
import { redact, type RedactedAnnotations } from './redacted'
import { redactionsOfPart, redactionState } from './state'

/** A meeting as the library's thread read it. */
export interface ReadMeeting {
  readonly text: PackedText
  readonly words: readonly PackedWords[]
}

/** A meeting without what it hides. */
export interface RedactedMeeting {
  readonly text: PackedText
  /** Null if they were not asked for. */
  readonly words: readonly PackedWords[] | null
  readonly annotations: RedactedAnnotations
  /** The ranges in which exported sound is silent, in ms. */
  readonly silent: readonly Range[]
}

/** What the thread does with a whole meeting, because it takes long for a long one. */
export interface Jobs {
  state(
    meeting: ReadMeeting,
    redactions: readonly Redaction[],
    wanted: { readonly find: boolean },
  ): RedactionState
  /** Returns the redactions of a selected part. */
  ofPart(meeting: ReadMeeting, part: TranscriptPart): NewRedaction[]
  meeting(
    meeting: ReadMeeting,
    redactions: readonly Redaction[],
    wanted: { readonly annotations: RedactedAnnotations; readonly words: boolean },
  ): RedactedMeeting
  /** Returns a text about the meeting without what it hides. */
  text(meeting: ReadMeeting, redactions: readonly Redaction[], text: string): string
  names(
    meeting: ReadMeeting,
    redactions: readonly Redaction[],
    people: readonly string[],
  ): NameSuggestion[]
  /** Returns a selected part of the original as a part of the redacted text. */
  part(meeting: ReadMeeting, redactions: readonly Redaction[], part: TranscriptPart): TranscriptPart
}

const unpacked = ({ text, words }: ReadMeeting) => unpackTranscript(text, words)

export const jobs: Jobs = {
  state: (meeting, redactions, wanted) => redactionState(unpacked(meeting), redactions, wanted),
  ofPart: (meeting, part) => redactionsOfPart(unpacked(meeting).turns, part),
  meeting: (meeting, redactions, { annotations: { notes, marks, minutes }, words }) => {
    const redacted = redact(unpacked(meeting), redactions)
    return {
      text: packText(withoutWords(redacted.transcript)),
      words: words ? [wordsOf(redacted.transcript)] : null,
      annotations: {
        notes: redacted.notes(notes),
        marks,
        minutes: minutes && redacted.minutes(minutes),
      },
      silent: redacted.silent,
    }
  },
  text: (meeting, redactions, text) => redact(unpacked(meeting), redactions).text(text),
  names: (meeting, redactions, people) =>
    suggestNames(redact(unpacked(meeting), redactions).transcript.turns, people),
  part: (meeting, redactions, part) => redact(unpacked(meeting), redactions).part(part),
}

function withoutWords({ turns, ...transcript }: Transcript) {
  return {
    ...transcript,
    turns: turns.map((turn) => {
      const text: Omit<typeof turn, 'words'> & { words?: unknown } = { ...turn }
      delete text.words
      return text
    }),
  }
}

function wordsOf({ turns }: Transcript): PackedWords {
  return packWords(
    turns.map(({ sessionId, turnOrder, words }) => ({
      sessionId,
      turnOrder,
      words: JSON.stringify(words),
    })),
  )
}
