import type { Result } from '../../common/errors'
import type { Database } from './database'
import { attempt } from './sqlite-errors'

/** The file of one meeting in the Markdown folder. */
export interface MarkdownFile {
  readonly meetingId: string
  /** The file's name and the digest of what was written; null until it has been written once. */
  readonly name: string | null
  readonly digest: string | null
}

/** A file that was just written. */
export interface WrittenMarkdownFile {
  readonly meetingId: string
  readonly name: string
  readonly digest: string
  readonly due: boolean
}

/** Which meetings must be written as Markdown, and which files the others have. */
export interface MarkdownFiles {
  /** The meetings that are over and whose file is missing or outdated; the oldest first. */
  due(): Result<MarkdownFile[]>
  /** A meeting has changed since its file was written. */
  setDue(meetingId: string): Result<undefined>
  /** Stores which file was written. `due`: the meeting changed again in the meantime. */
  setWritten(file: WrittenMarkdownFile): Result<undefined>
  /** The folder changed: everything must be written again. */
  forgetAll(): Result<undefined>
}

export function createMarkdownFiles(database: Database): MarkdownFiles {
  const due = database.statement<{ id: string; name: string | null; digest: string | null }>(`
    SELECT meetings.id, name, digest FROM meetings
    LEFT JOIN markdown_files ON meeting_id = meetings.id
    WHERE state IN ('done', 'interrupted') AND binned_at IS NULL AND coalesce(due, 1) = 1
    ORDER BY started_at, meetings.rowid`)
  const setDue = database.statement('UPDATE markdown_files SET due = 1 WHERE meeting_id = :id')
  const written = database.statement(`
    INSERT INTO markdown_files (meeting_id, name, digest, due) VALUES (:id, :name, :digest, :due)
    ON CONFLICT (meeting_id) DO UPDATE SET name = excluded.name, digest = excluded.digest, due = excluded.due`)
  const forgetAll = database.statement('DELETE FROM markdown_files')
  return {
    due: () => attempt(() => due.all({}).map(({ id, ...file }) => ({ meetingId: id, ...file }))),
    setDue: (id) => attempt(() => void setDue.run({ id })),
    setWritten: ({ meetingId: id, name, digest, due: isDue }) =>
      attempt(() => void written.run({ id, name, digest, due: isDue ? 1 : 0 })),
    forgetAll: () => attempt(() => void forgetAll.run({})),
  }
}
