import { fail, ok, type Result } from '../../common/errors'
import type { Database } from './database'
import { attempt } from './sqlite-errors'
import type { IndexWriter } from './search/index-writer'
import { fold } from './search/search-words'

/** A meeting's title and tags. Errors: `meeting-not-found`, also for a meeting in the bin. */
export interface TitleAndTags {
  rename(id: string, title: string): Result<undefined>
  /** Replaces all tags. If two differ only in case or accents, the first is kept. */
  setTags(id: string, tags: readonly string[]): Result<undefined>
  /** All tags that are used, sorted. */
  tags(): Result<string[]>
}

/** `onRename` is called inside the transaction that changes a title. */
export function createTitleAndTags(
  database: Database,
  onRename: (id: string) => void,
): TitleAndTags {
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
    const changed = attempt(() => database.durableTransaction(work))
    if (!changed.ok) return changed
    return changed.value ? ok(undefined) : fail('meeting-not-found')
  }

  return {
    rename: (id, title) =>
      change(() => {
        // SQLite ends a text at its first NUL (https://sqlite.org/nulinstr.html).
        if (rename.run({ id, title: title.replaceAll('\0', '') }) === 0) return false
        onRename(id)
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

/** Returns a function that updates the index with the title of a meeting. */
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
