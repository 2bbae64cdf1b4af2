import { ok, type Result } from '../../common/errors'
import { allWords } from '../../common/model'
import type { NameSuggestion, Redaction, TranscriptPart } from '../../common/model'
import { annotationsOf, type Library, type MeetingReader } from '../library'
import type { RunJob } from './in-thread'
import type { ReadMeeting, RedactedMeeting } from './jobs'

/**
 * SECURITY: exports and requests to language models read meetings through this reader only, so that
 * nothing leaves that a person hid.
 */
export interface RedactedReader {
  /** A meeting without what it hides. Errors: `meeting-not-found`. */
  meeting(meetingId: string, wanted?: { words: boolean }): Promise<Result<RedactedMeeting>>
  /** A text that is sent with the meeting, such as a question. */
  text(meetingId: string, text: string): Promise<Result<string>>
  /** Names that speakers without one give as their own; `people` are those of the appointment. */
  names(meetingId: string, people: readonly string[]): Promise<Result<NameSuggestion[]>>
  /** A selected part of the original, as a part of the text of this reader. */
  part(meetingId: string, part: TranscriptPart): Promise<Result<TranscriptPart>>
}

export interface ReaderOptions {
  readonly library: Pick<Library, 'notes' | 'minutes' | 'redactions'>
  readonly meetings: { readonly reader: MeetingReader }
  readonly runJob: RunJob
}

/** Reads a meeting with its words. */
export async function readMeeting(
  { meetings: { reader } }: Pick<ReaderOptions, 'meetings'>,
  id: string,
): Promise<Result<ReadMeeting>> {
  const text = await reader.text(id)
  if (!text.ok) return text
  const words = await allWords((after) => reader.words(id, after))
  return words.ok ? ok({ text: text.value, words: words.value }) : words
}

export function createRedactedReader(options: ReaderOptions): RedactedReader {
  const { library, meetings, runJob } = options
  const { reader } = meetings

  /** `whole` reads a meeting that hides nothing. */
  async function read<T>(
    id: string,
    whole: () => Promise<Result<T>>,
    without: (meeting: ReadMeeting, redactions: readonly Redaction[]) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const redactions = library.redactions.list(id)
    if (!redactions.ok) return redactions
    if (redactions.value.length === 0) return whole()
    const found = await readMeeting(options, id)
    return found.ok ? without(found.value, redactions.value) : found
  }

  return {
    meeting: async (id, wanted = { words: false }) => {
      const annotations = annotationsOf(library, id)
      if (!annotations.ok) return annotations
      return read<RedactedMeeting>(
        id,
        async () => {
          const text = await reader.text(id)
          if (!text.ok) return text
          const words = wanted.words ? await allWords((after) => reader.words(id, after)) : ok(null)
          if (!words.ok) return words
          const annotated = { annotations: annotations.value, silent: [] }
          return ok({ text: text.value, words: words.value, ...annotated })
        },
        (meeting, redactions) =>
          runJob('meeting', meeting, redactions, { ...wanted, annotations: annotations.value }),
      )
    },
    text: (id, text) =>
      read(
        id,
        () => Promise.resolve(ok(text)),
        (meeting, redactions) => runJob('text', meeting, redactions, text),
      ),
    names: (id, people) =>
      read(
        id,
        () => reader.names(id, people),
        (meeting, redactions) => runJob('names', meeting, redactions, people),
      ),
    part: (id, part) =>
      read(
        id,
        () => Promise.resolve(ok(part)),
        (meeting, redactions) => runJob('part', meeting, redactions, part),
      ),
  }
}
