import { ok, type Result } from '../../common/errors'
import type { Transcript, TranscriptPart, TranscriptText, TurnWords } from '../../common/model'
import type { Range } from '../../common/time'
import { annotationsOf, type Library } from '../library'
import { redact, type Redacted, type RedactedAnnotations } from './redacted'

/** The part of the library that is read. */
export type ReadLibrary = Pick<
  Library,
  'transcript' | 'transcriptText' | 'turns' | 'notes' | 'minutes' | 'redactions'
>

/**
 * SECURITY: exports and requests to language models read meetings through this reader only, so that
 * nothing leaves that a person hid.
 */
export interface RedactedReader {
  /** A meeting without what it hides, and without the words of its turns. */
  transcriptText(meetingId: string): Result<TranscriptText>
  words(meetingId: string): Result<TurnWords[]>
  annotations(meetingId: string): Result<RedactedAnnotations>
  /** A text that is sent with the meeting, such as a question. */
  text(meetingId: string, text: string): Result<string>
  /** A selected part of the original, as a part of the text of this reader. */
  part(meetingId: string, part: TranscriptPart): Result<TranscriptPart>
  /** The ranges in which exported sound is silent, in ms. */
  silent(meetingId: string): Result<readonly Range[]>
}

export function createRedactedReader(library: ReadLibrary): RedactedReader {
  /** Null for a meeting that hides nothing, which is read without the words. */
  function redacted(meetingId: string): Result<Redacted | null> {
    const redactions = library.redactions.list(meetingId)
    if (!redactions.ok) return redactions
    if (redactions.value.length === 0) return ok(null)
    const transcript = library.transcript(meetingId)
    return transcript.ok ? ok(redact(transcript.value, redactions.value)) : transcript
  }

  function read<T>(
    meetingId: string,
    whole: () => Result<T>,
    without: (meeting: Redacted) => Result<T>,
  ): Result<T> {
    const found = redacted(meetingId)
    if (!found.ok) return found
    return found.value === null ? whole() : without(found.value)
  }

  return {
    transcriptText: (id) =>
      read(
        id,
        () => library.transcriptText(id),
        ({ transcript }) => ok(withoutWords(transcript)),
      ),
    words: (id) =>
      read(
        id,
        () => library.turns.words(id),
        ({ transcript }) => ok(wordsOf(transcript)),
      ),
    annotations: (id) =>
      read<RedactedAnnotations>(
        id,
        () => annotationsOf(library, id),
        (meeting) => {
          const found = annotationsOf(library, id)
          if (!found.ok) return found
          const { notes, marks, minutes } = found.value
          return ok({
            notes: meeting.notes(notes),
            marks,
            minutes: minutes && meeting.minutes(minutes),
          })
        },
      ),
    text: (id, text) =>
      read(
        id,
        () => ok(text),
        (meeting) => ok(meeting.text(text)),
      ),
    part: (id, part) =>
      read(
        id,
        () => ok(part),
        (meeting) => ok(meeting.part(part)),
      ),
    silent: (id) =>
      read<readonly Range[]>(
        id,
        () => ok([]),
        ({ silent }) => ok(silent),
      ),
  }
}

function withoutWords({ turns, ...transcript }: Transcript): TranscriptText {
  return {
    ...transcript,
    turns: turns.map((turn) => {
      const text: Omit<typeof turn, 'words'> & { words?: unknown } = { ...turn }
      delete text.words
      return text
    }),
  }
}

function wordsOf({ turns }: Transcript): TurnWords[] {
  return turns.map(({ sessionId, turnOrder, words }) => ({
    sessionId,
    turnOrder,
    words: JSON.stringify(words),
  }))
}
