import { fail, ok, type Result } from '../../preload/errors'
import { attempt, type Database } from './database'
import type { IndexWriter } from './search/index-writer'
import { fold } from './search/words'

/** What a person calls a meeting. Errors: `meeting-not-found`, also for what is in the bin. */
export interface Details {
  rename(id: string, title: string): Result<undefined>
  /** Sets all tags of a meeting; of two that differ in case or accents only the first is taken. */
  setTags(id: string, tags: readonly string[]): Result<undefined>
  /** Every tag in use, in order. */
  tags(): Result<string[]>
}

/** `retitled` is told of a meeting with another title, within the transaction. */
export function createDetails(database: Database, retitled: (id: string) => void): Details {
  const rename = database.statement(
    'UPDATE meetings SET title = :title WHERE id = :id AND binned_at IS NULL',
  )
  const exists = database.statement('SELECT 1 FROM meetings WHERE id = :id AND binned_at IS NULL')
  const clear = database.statement('DELETE FROM tags WHERE meeting_id = :id')
  const add = database.statement('INSERT INTO tags (meeting_id, tag) VALUES (:id, :tag)')
  const all = database.statement<{ tag: string }>(`
    SELECT DISTINCT tag FROM tags JOIN meetings ON meetings.id = tags.meeting_id
    WHERE binned_at IS NULL ORDER BY tag`)

  function change(work: () => boolean): Result<undefined> {
    const changed = attempt(() => database.durably(work))
    if (!changed.ok) return changed
    return changed.value ? ok(undefined) : fail('meeting-not-found')
  }

  return {
    rename: (id, title) =>
      change(() => {
        // SQLite ends a text at its first NUL.
        if (rename.run({ id, title: title.replaceAll('\0', '') }) === 0) return false
        retitled(id)
        return true
      }),
    setTags: (id, tags) =>
      change(() => {
        if (exists.get({ id }) === undefined) return false
        clear.run({ id })
        for (const tag of distinct(tags)) add.run({ id, tag })
        return true
      }),
    tags: () => attempt(() => all.all({}).map(({ tag }) => tag)),
  }
}

/** Brings the index into step with the title of a meeting. */
export function createTitleIndex(database: Database, index: IndexWriter): (id: string) => void {
  const one = database.statement<{ number: number; title: string }>(
    'SELECT number, title FROM meetings WHERE id = :id',
  )
  return (id) => {
    const meeting = one.get({ id })
    if (meeting) index.texts(meeting.number, 'title', [meeting.title])
  }
}

function distinct(tags: readonly string[]): string[] {
  const byFolded = new Map<string, string>()
  for (const written of tags) {
    const tag = written.replaceAll('\0', '').trim()
    const key = fold(tag)
    if (tag !== '' && !byFolded.has(key)) byFolded.set(key, tag)
  }
  return [...byFolded.values()]
}
