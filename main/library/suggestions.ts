import { ok, type Result } from '../../common/errors'
import type { Suggestion } from '../../common/model'
import { suggestionSchema } from '../../common/schemas'
import { parseJson } from '../../common/stored-words'
import type { Database } from './database'
import { attempt } from './sqlite-errors'

/** The title and tags that a model suggested for a meeting, until a person dismisses them. */
export interface Suggestions {
  /** Null if there are none. */
  get(meetingId: string): Result<Suggestion | null>
  /** Replaces the suggestion before; null only deletes it. */
  set(meetingId: string, suggestion: Suggestion | null): Result<undefined>
}

export function createSuggestions(database: Database): Suggestions {
  const get = database.statement<{ content: string }>(
    'SELECT content FROM suggestions WHERE meeting_id = :meetingId',
  )
  const remove = database.statement('DELETE FROM suggestions WHERE meeting_id = :meetingId')
  // A meeting that was deleted meanwhile gets none.
  const add = database.statement(`
    INSERT INTO suggestions (meeting_id, content)
    SELECT id, :content FROM meetings WHERE id = :meetingId`)
  return {
    get: (meetingId) => {
      const found = attempt(() => {
        const row = get.get({ meetingId })
        // A damaged suggestion counts as none.
        const read = suggestionSchema.safeParse(row === undefined ? null : parseJson(row.content))
        return read.success ? read.data : null
      })
      // A read-only library may not have this table of a newer version.
      return found.ok || database.readOnly === null ? found : ok(null)
    },
    set: (meetingId, suggestion) =>
      attempt(() => {
        database.durableTransaction(() => {
          remove.run({ meetingId })
          if (suggestion !== null) add.run({ meetingId, content: JSON.stringify(suggestion) })
        })
        return undefined
      }),
  }
}
