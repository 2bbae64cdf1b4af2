import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../../preload/errors'
import type { SearchFilters, SearchQuery, SearchResult } from '../../../preload/model'
import { createLog } from '../../log'
import type { Answer, Request } from './messages'

const log = createLog('search')

/** Searches beside main. Errors: `search-failed` where the thread ended; the next call starts it again. */
export interface Searcher {
  find(query: SearchQuery): Promise<Result<SearchResult>>
  filters(): Promise<Result<SearchFilters>>
  close(): void
}

/** `start` makes the thread whose entry is thread.ts. */
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
    const made = start()
    made.on('message', ({ number, result }: Answer) => {
      waiting.get(number)?.(result)
      waiting.delete(number)
    })
    made.once('error', ended)
    made.once('exit', (code) => (worker === made ? ended(code) : undefined))
    // A search that nobody waits for any more must not hold up the end of the process.
    made.unref()
    worker = made
    return made
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
    close: () => {
      closed = true
      void worker?.terminate()
    },
  }
}

/** A thread over the library's database. `entry` is the built thread.ts. */
export function searchThread(entry: string, databaseFile: string): Worker {
  return new Worker(entry, { workerData: databaseFile })
}
