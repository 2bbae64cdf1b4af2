import { ok, type Result } from '../../common/errors'
import { packWords, type PackedText, type PackedWords } from '../../common/model'
import type { Library } from './library'
import type { LibraryThread } from './thread/library-thread'

/** Reads whole meetings, which takes long for a long one, without blocking main. */
export interface MeetingReader {
  /** A meeting with its corrected turns and its gaps. Errors: `meeting-not-found`. */
  text(meetingId: string): Promise<Result<PackedText>>
  /** The same with the engines' turns, without corrections. */
  originalText(meetingId: string): Promise<Result<PackedText>>
  /** The words of the corrected turns. */
  words(meetingId: string): Promise<Result<PackedWords>>
}

export function createMeetingReader(
  library: Pick<Library, 'meetings' | 'turns' | 'gaps'>,
  thread: Pick<LibraryThread, 'texts' | 'words'>,
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
    words: (id) =>
      read(thread.words(id), () => {
        const words = library.turns.words(id)
        return words.ok ? ok(packWords(words.value)) : words
      }),
  }
}
