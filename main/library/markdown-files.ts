import type { Result } from '../../preload/errors'
import { attempt, type Database } from './database'

/** The file of one meeting in the folder of Markdown files. */
export interface MarkdownFile {
  readonly meetingId: string
  /** Its name in the folder and the digest of what was written there; null before the first time. */
  readonly name: string | null
  readonly digest: string | null
}

/** Which meetings are still to be written as Markdown, and where the others went. */
export interface MarkdownFiles {
  /** The meetings that are over and not written as they are now; the oldest first. */
  due(): Result<MarkdownFile[]>
  /** A meeting has changed since it was written. */
  setDue(meetingId: string): Result<undefined>
  /** `due` where it changed while it was being written. */
  setWritten(meetingId: string, name: string, digest: string, due: boolean): Result<undefined>
  /** Another folder: everything is to be written again. */
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
    setWritten: (id, name, digest, isDue) =>
      attempt(() => void written.run({ id, name, digest, due: isDue ? 1 : 0 })),
    forgetAll: () => attempt(() => void forgetAll.run({})),
  }
}
