import { workerData } from 'node:worker_threads'
import { packWords } from '../../../common/model'
import { exportMessages } from '../../../common/text'
import { answerRequests, speakLikeMain } from '../../platform'
import { connect } from '../connection'
import { createCorrectedTurns } from '../corrected-turns'
import { createCorrectionStore } from '../corrections/store'
import { openReader } from '../database'
import { suggestNames } from '../names/suggest-names'
import { attempt } from '../sqlite-errors'
import { copyDatabase } from '../migrate'
import { createSearch } from '../search/search'
import { checkFile } from '../upkeep/check-file'
import type { ThreadData } from './library-thread'
import { requestSchema, type Request } from './requests'

/**
 * The entry of the library's thread. It has its own connection, so a query over a large library, a
 * long meeting or a slow disk does not block main.
 */
speakLikeMain({ exports: exportMessages })
const { file, readOnly } = workerData as ThreadData
const database = openReader(file, readOnly)
const search = createSearch(database)

answerRequests((request) => {
  const parsed = requestSchema.parse(request)
  return attempt(() => answer(parsed))
})

/** Main changes corrections while this thread lives, so each request reads them again. */
const correctedTurns = () => createCorrectedTurns(database, createCorrectionStore(database))

function answer(request: Request) {
  switch (request.type) {
    case 'find':
      return database.readTransaction(() => search.find(request.query))
    case 'filters':
      return database.readTransaction(() => search.filters())
    case 'texts': {
      const { meetingId, original } = request
      return database.readTransaction(() => {
        const turns = correctedTurns()
        return JSON.stringify(original ? turns.originalTexts(meetingId) : turns.texts(meetingId))
      })
    }
    case 'words': {
      const { meetingId, after } = request
      return database.readTransaction(() => {
        const { turns, next } = correctedTurns().words(meetingId, after)
        return packWords(turns, next)
      })
    }
    case 'names': {
      const { meetingId, people } = request
      return database.readTransaction(() => suggestNames(correctedTurns().texts(meetingId), people))
    }
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
