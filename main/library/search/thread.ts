import { parentPort, workerData } from 'node:worker_threads'
import { attempt, openReader } from '../database'
import { requestSchema, type Answer } from './messages'
import { createSearch } from './search'

/**
 * The entry of the thread that searches: a reader of its own, so that a query over a large library,
 * or one that waits for a slow disk, holds up nothing in main.
 */
const database = openReader(String(workerData))
const search = createSearch(database)

parentPort?.on('message', (message: unknown) => {
  const request = requestSchema.parse(message)
  const result = attempt(() =>
    database.reading(() =>
      request.type === 'find' ? search.find(request.query) : search.filters(),
    ),
  )
  parentPort?.postMessage({ number: request.number, result } satisfies Answer)
})
