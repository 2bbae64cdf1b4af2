import { fail, ok, type Result } from '../../common/errors'
import type { Database } from './database'
import { attempt } from './sqlite-errors'
import type { IndexWriter } from './search/index-writer'
import { fold } from './search/search-words'

/** The title of a meeting, and the tags of all. People change both by corrections, with undo. */
export interface TitleAndTags {
  /** Without undo. Errors: `meeting-not-found`, also for a meeting in the bin. */
  rename(id: string, title: string): Result<undefined>
  /** All tags that are used, sorted. */
  tags(): Result<string[]>
}

/** What corrections read and write; all of it must run in a transaction. */
export interface MeetingDetails {
  /** Returns false if there is no such meeting, or it is in the bin. */
  setTitle(id: string, title: string): boolean
  /** Sorted. */
  tags(id: string): readonly string[]
  /** Replaces all tags. */
  setTags(id: string, tags: readonly string[]): void
}

/** `onRename` is called inside the transaction that changes a title. */
export function createMeetingDetails(
  database: Database,
  onRename: (id: string) => void,
): MeetingDetails {
  const rename = database.statement(
    'UPDATE meetings SET title = :title WHERE id = :id AND binned_at IS NULL',
  )
  const tags = database.statement<{ tag: string }>(
    'SELECT tag FROM tags WHERE meeting_id = :id ORDER BY tag',
  )
  const clear = database.statement('DELETE FROM tags WHERE meeting_id = :id')
  const add = database.statement('INSERT INTO tags (meeting_id, tag) VALUES (:id, :tag)')
  return {
    setTitle: (id, title) => {
      if (rename.run({ id, title: storedTitle(title) }) === 0) return false
      onRename(id)
      return true
    },
    tags: (id) => tags.all({ id }).map(({ tag }) => tag),
    setTags: (id, all) => {
      clear.run({ id })
      for (const tag of all) add.run({ id, tag })
    },
  }
}

export function createTitleAndTags(database: Database, details: MeetingDetails): TitleAndTags {
  const all = database.statement<{ tag: string }>(`
    SELECT DISTINCT tag FROM tags JOIN meetings ON meetings.id = tags.meeting_id
    WHERE binned_at IS NULL ORDER BY tag`)
  return {
    rename: (id, title) => {
      const renamed = attempt(() => database.durableTransaction(() => details.setTitle(id, title)))
      if (!renamed.ok) return renamed
      return renamed.value ? ok(undefined) : fail('meeting-not-found')
    },
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

/** SQLite ends a text at its first NUL (https://sqlite.org/nulinstr.html). */
export function storedTitle(title: string): string {
  return title.replaceAll('\0', '')
}

/** The tags as they are stored. Of two that differ only in case or accents, the first is kept. */
export function distinctTags(tags: readonly string[]): string[] {
  const byFolded = new Map<string, string>()
  for (const written of tags) {
    const tag = written.replaceAll('\0', '').trim()
    const key = fold(tag)
    if (tag !== '' && !byFolded.has(key)) byFolded.set(key, tag)
  }
  return [...byFolded.values()]
}
