import { ok, type Result } from '../../common/errors'
import {
  packWords,
  type NameSuggestion,
  type PackedText,
  type PackedWords,
  type TurnPlace,
} from '../../common/model'
import type { Library } from './library'
import { suggestNames } from './names/suggest-names'
import type { LibraryThread } from './thread/library-thread'

/** Reads whole meetings, which takes long for a long one, without blocking main. */
export interface MeetingReader {
  /** A meeting with its corrected turns and its gaps. Errors: `meeting-not-found`. */
  text(meetingId: string): Promise<Result<PackedText>>
  /** The same with the engines' turns, without corrections. */
  originalText(meetingId: string): Promise<Result<PackedText>>
  /** The words of the corrected turns after a place; null for the first part. */
  words(meetingId: string, after: TurnPlace | null): Promise<Result<PackedWords>>
  /** Names that speakers without one give as their own; `people` are those of the appointment. */
  names(meetingId: string, people: readonly string[]): Promise<Result<NameSuggestion[]>>
}

export function createMeetingReader(
  library: Pick<Library, 'meetings' | 'turns' | 'gaps'>,
  thread: Pick<LibraryThread, 'texts' | 'words' | 'names'>,
): MeetingReader {
  /** If the thread ended, main reads itself: slowly rather than not at all. */
  async function read<T>(
    fromThread: Promise<Result<T>>,
    itself: () => Result<T>,
  ): Promise<Result<T>> {
    const answer = await fromThread
    return !answer.ok && answer.error.code === 'search-failed' ? itself() : answer
  }

  async function text(id: string, which: 'corrected' | 'original'): Promise<Result<PackedText>> {
    const turns = await read(thread.texts(id, which), () => {
      const found = which === 'original' ? library.turns.originalTexts(id) : library.turns.texts(id)
      return found.ok ? ok(JSON.stringify(found.value)) : found
    })
    // Main knows a meeting that waits to be written; its gaps are few.
    const meeting = library.meetings.get(id)
    if (!meeting.ok) return meeting
    if (!turns.ok) return turns
    const gaps = library.gaps.list(id)
    return gaps.ok ? ok({ meeting: meeting.value, gaps: gaps.value, turns: turns.value }) : gaps
  }

  return {
    text: (id) => text(id, 'corrected'),
    originalText: (id) => text(id, 'original'),
    words: (id, after) =>
      read(thread.words(id, after), () => {
        const words = library.turns.words(id, after)
        return words.ok ? ok(packWords(words.value.turns, words.value.next)) : words
      }),
    names: (id, people) =>
      read(thread.names(id, people), () => {
        const turns = library.turns.texts(id)
        return turns.ok ? ok(suggestNames(turns.value, people)) : turns
      }),
  }
}
