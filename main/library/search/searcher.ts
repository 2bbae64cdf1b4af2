import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../../common/errors'
import type { SearchFilters, SearchQuery, SearchResult } from '../../../common/model'
import { createLog } from '../../platform'
import type { Answer, Request } from './thread-messages'

const log = createLog('search')

/** Searches in a thread. Errors: `search-failed` if the thread ended; the next call restarts it. */
export interface Searcher {
  find(query: SearchQuery): Promise<Result<SearchResult>>
  filters(): Promise<Result<SearchFilters>>
  /** Returns a line for each damage of the database. */
  check(kind: 'quick' | 'full'): Promise<Result<string[]>>
  /** Copies the database to a new file. */
  copy(path: string): Promise<Result<undefined>>
  close(): void
}

/** `start` creates the thread whose entry is thread.ts. */
export function createSearcher(start: () => Worker): Searcher {
  const waiting = new Map<number, (result: Answer['result']) => void>()
  let worker: Worker | null = null
  let count = 0
  let closed = false

  function ended(cause: unknown): void {
    worker = null
    if (!closed) log.error('search thread ended', { cause })
    const lost = [...waiting.values()]
    waiting.clear()
    for (const answer of lost) answer(fail('search-failed'))
  }

  function running(): Worker {
    if (worker) return worker
    const created = start()
    created.on('message', ({ number, result }: Answer) => {
      waiting.get(number)?.(result)
      waiting.delete(number)
    })
    created.once('error', ended)
    created.once('exit', (code) => (worker === created ? ended(code) : undefined))
    // A running search must not delay the end of the process.
    created.unref()
    worker = created
    return created
  }

  function ask<T>(request: (number: number) => Request): Promise<Result<T>> {
    if (closed) return Promise.resolve(fail('search-failed'))
    count += 1
    const number = count
    return new Promise((resolve) => {
      waiting.set(number, (result) => resolve(result as Result<T>))
      running().postMessage(request(number))
    })
  }

  return {
    find: (query) => ask((number) => ({ type: 'find', number, query })),
    filters: () => ask((number) => ({ type: 'filters', number })),
    check: (kind) => ask((number) => ({ type: 'check', number, kind })),
    copy: (path) => ask((number) => ({ type: 'copy', number, path })),
    close: () => {
      closed = true
      void worker?.terminate()
    },
  }
}

/** Starts a thread that reads the library's database. `entry` is the built thread.ts. */
export function searchThread(entry: string, databaseFile: string): Worker {
  return new Worker(entry, { workerData: databaseFile })
}
