import { Worker } from 'node:worker_threads'
import { fail, type ErrorValue, type Result } from '../../../common/errors'
import type {
  NameSuggestion,
  PackedText,
  PackedWords,
  SearchFilters,
  SearchQuery,
  SearchResult,
  TurnPlace,
} from '../../../common/model'
import { createLog, createThread } from '../../platform'
import type { Request } from './requests'

const log = createLog('library-thread')

/**
 * Searches and reads in a thread, which a call starts again if it ended. Errors: `search-failed` if
 * it ends before it answers.
 */
export interface LibraryThread {
  find(query: SearchQuery): Promise<Result<SearchResult>>
  filters(): Promise<Result<SearchFilters>>
  /** The turns of a meeting, packed; none for a meeting that does not exist. */
  texts(meetingId: string, which: 'corrected' | 'original'): Promise<Result<PackedText['turns']>>
  /** The words of the turns after a place; null for the first part. */
  words(meetingId: string, after: TurnPlace | null): Promise<Result<PackedWords>>
  /** Names that speakers without one give as their own; `people` are those of the appointment. */
  names(meetingId: string, people: readonly string[]): Promise<Result<NameSuggestion[]>>
  /** Returns a line for each damage of the database. */
  check(kind: 'quick' | 'full'): Promise<Result<string[]>>
  /** Copies the database to a new file. */
  copy(path: string): Promise<Result<undefined>>
  close(): void
}

/** What the thread knows from its start. */
export interface ThreadData {
  /** The path of the database. */
  readonly file: string
  readonly readOnly: ErrorValue | null
}

/** `start` creates the thread whose entry is thread.ts. */
export function createLibraryThread(start: () => Worker): LibraryThread {
  const thread = createThread<Request, Result<unknown>>({ start, idleMs: null })
  let closed = false

  async function ask<T>(request: Request): Promise<Result<T>> {
    if (closed) return fail('search-failed')
    try {
      return (await thread.ask(request)) as Result<T>
    } catch (cause) {
      if (!closed) log.error('thread ended', { cause })
      return fail('search-failed')
    }
  }

  return {
    find: (query) => ask({ type: 'find', query }),
    filters: () => ask({ type: 'filters' }),
    texts: (meetingId, which) => ask({ type: 'texts', meetingId, original: which === 'original' }),
    words: (meetingId, after) => ask({ type: 'words', meetingId, after }),
    names: (meetingId, people) => ask({ type: 'names', meetingId, people: [...people] }),
    check: (kind) => ask({ type: 'check', kind }),
    copy: (path) => ask({ type: 'copy', path }),
    close: () => {
      closed = true
      thread.end()
    },
  }
}

/** Starts a thread that reads the library's database. `entry` is the built thread.ts. */
export function startLibraryThread(entry: string, { file, readOnly }: ThreadData): Worker {
  return new Worker(entry, { workerData: { file, readOnly } satisfies ThreadData })
}
