import { fail, ok, type Result } from '../../common/errors'
import type { Minutes, StoredMinutes } from '../../common/model'
import { minutesSchema } from '../../common/schemas'
import type { Database } from './database'
import { attempt } from './sqlite-errors'

/** The minutes of meetings. Older ones stay, so that a new attempt loses nothing. */
export interface MinutesStore {
  get(meetingId: string): Result<StoredMinutes>
  /** Errors: `meeting-not-found`. */
  add(meetingId: string, minutes: Minutes): Result<StoredMinutes>
  /** Shows the minutes before these, or none. Without any it changes nothing. */
  undo(meetingId: string): Result<StoredMinutes>
  redo(meetingId: string): Result<StoredMinutes>
  /** Ticks a task of the shown minutes, by the indexes of its section and its line. */
  setDone(meetingId: string, task: MinuteTask): Result<StoredMinutes>
}

export interface MinuteTask {
  readonly section: number
  readonly line: number
  readonly isDone: boolean
}

interface MinutesRow {
  number: number
  content: string
  undone: number
}

const none: StoredMinutes = { minutes: null, canUndo: false, canRedo: false }
/** How many versions of the minutes of a meeting are kept. */
const maxVersions = 10

export function createMinutesStore(database: Database): MinutesStore {
  const meeting = database.statement(
    'SELECT 1 FROM meetings WHERE id = :meetingId AND binned_at IS NULL',
  )
  const rows = database.statement<MinutesRow>(
    'SELECT number, content, undone FROM minutes WHERE meeting_id = :meetingId ORDER BY number',
  )
  const add = database.statement(`
    INSERT INTO minutes (meeting_id, number, content) VALUES (:meetingId, :number, :content)`)
  const forgetUndone = database.statement(
    'DELETE FROM minutes WHERE meeting_id = :meetingId AND undone = 1',
  )
  const forgetOld = database.statement(
    'DELETE FROM minutes WHERE meeting_id = :meetingId AND number <= :last',
  )
  const setUndone = database.statement(`
    UPDATE minutes SET undone = :undone WHERE meeting_id = :meetingId AND number = :number`)
  const setContent = database.statement(`
    UPDATE minutes SET content = :content WHERE meeting_id = :meetingId AND number = :number`)

  const shownOf = (all: readonly MinutesRow[]) => all.findLast(({ undone }) => undone === 0)
  const undoneOf = (all: readonly MinutesRow[]) => all.find(({ undone }) => undone === 1)

  function stored(meetingId: string): StoredMinutes {
    const all = rows.all({ meetingId })
    const shown = shownOf(all)
    return {
      minutes: shown === undefined ? null : parse(shown.content),
      canUndo: shown !== undefined,
      canRedo: undoneOf(all) !== undefined,
    }
  }

  function change(meetingId: string, work: (all: readonly MinutesRow[]) => void) {
    const done = attempt(() =>
      database.durableTransaction((): Result<StoredMinutes> => {
        if (meeting.get({ meetingId }) === undefined) return fail('meeting-not-found')
        work(rows.all({ meetingId }))
        return ok(stored(meetingId))
      }),
    )
    return done.ok ? done.value : done
  }

  return {
    get: (meetingId) => {
      const found = attempt(() => stored(meetingId))
      // A read-only library may not have this table of a newer version.
      return found.ok || database.readOnly === null ? found : ok(none)
    },
    add: (meetingId, minutes) =>
      change(meetingId, (all) => {
        const number = (shownOf(all)?.number ?? 0) + 1
        forgetUndone.run({ meetingId })
        add.run({ meetingId, number, content: textOf(minutes) })
        forgetOld.run({ meetingId, last: number - maxVersions })
      }),
    undo: (meetingId) =>
      change(meetingId, (all) => {
        const shown = shownOf(all)
        if (shown) setUndone.run({ meetingId, number: shown.number, undone: 1 })
      }),
    redo: (meetingId) =>
      change(meetingId, (all) => {
        const undone = undoneOf(all)
        if (undone) setUndone.run({ meetingId, number: undone.number, undone: 0 })
      }),
    setDone: (meetingId, task) =>
      change(meetingId, (all) => {
        const shown = shownOf(all)
        const minutes = shown === undefined ? null : parse(shown.content)
        if (shown === undefined || minutes === null) return
        const content = textOf(ticked(minutes, task))
        setContent.run({ meetingId, number: shown.number, content })
      }),
  }
}

function ticked(minutes: Minutes, { section, line, isDone }: MinuteTask): Minutes {
  return {
    ...minutes,
    sections: minutes.sections.map((part, index) => ({
      ...part,
      lines: part.lines.map((each, at) =>
        index === section && at === line ? { ...each, isDone } : each,
      ),
    })),
  }
}

/** SQLite ends a text at its first NUL (https://sqlite.org/nulinstr.html), and JSON escapes it. */
function textOf(minutes: Minutes): string {
  return JSON.stringify(minutes)
}

/** Damaged minutes count as none. */
function parse(content: string): Minutes | null {
  try {
    const read = minutesSchema.safeParse(JSON.parse(content))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
