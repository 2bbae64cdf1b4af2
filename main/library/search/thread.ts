import { parentPort, workerData } from 'node:worker_threads'
import { exportMessages } from '../../../common/text'
import { speakLikeMain } from '../../platform'
import { connect } from '../connection'
import { openReader } from '../database'
import { attempt } from '../sqlite-errors'
import { copyDatabase } from '../migrate'
import { checkFile } from '../upkeep/check-file'
import { requestSchema, type Answer, type Request } from './thread-messages'
import { createSearch } from './search'

/**
 * The entry of the search thread. It has its own connection, so a query over a large library or on
 * a slow disk does not block main.
 */
speakLikeMain({ exports: exportMessages })
const file = String(workerData)
const database = openReader(file)
const search = createSearch(database)

parentPort?.on('message', (message: unknown) => {
  const request = requestSchema.parse(message)
  const result = attempt(() => answer(request))
  parentPort?.postMessage({ number: request.number, result } satisfies Answer)
})

function answer(request: Request) {
  switch (request.type) {
    case 'find':
      return database.readTransaction(() => search.find(request.query))
    case 'filters':
      return database.readTransaction(() => search.filters())
    case 'check':
      return checkFile(file, request.kind)
    case 'copy': {
      const source = connect(file)
      try {
        copyDatabase(source, request.path)
      } finally {
        source.close()
      }
      return undefined
    }
  }
}
