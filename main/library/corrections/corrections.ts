import { isDeepStrictEqual } from 'node:util'
import { fail, ok, type Result } from '../../../preload/errors'
import type { Edit, EditHistory, EditKind, TurnId } from '../../../preload/model'
import { attempt, type Database } from '../database'
import type { IndexWriter } from '../search/index-writer'
import type { Readable, Reading } from '../reading'
import type { Views } from '../views'
import { againSession, patchOf, replacePatch, type EditContext, type Replacement } from './edits'
import { idOf, inverse, turnKey, type Patch } from './state'
import type { CorrectionStore } from './store'

/** What an edit, or taking one back, changed of what is read. */
export interface Edited extends Readable {
  readonly history: EditHistory
}

/** What a person corrects in a meeting, with undo and redo that outlive a restart. */
export interface MeetingCorrections {
  /** Errors as of patchOf, and `meeting-not-found`, also for what is in the bin. */
  edit(meetingId: string, edit: Edit): Result<Edited>
  /** Puts turns that were written down again in the place of others. */
  replace(meetingId: string, replacement: Replacement): Result<Edited>
  /** Nothing changes where there is nothing to take back. */
  undo(meetingId: string): Result<Edited>
  redo(meetingId: string): Result<Edited>
  history(meetingId: string): Result<EditHistory>
}

interface EditRow {
  number: number
  kind: EditKind
  patch: string
}

export function createCorrections(
  database: Database,
  store: CorrectionStore,
  views: Views,
  reading: Reading,
  index: IndexWriter,
): MeetingCorrections {
  const meeting = database.statement<{ number: number; state: string }>(
    'SELECT number, state FROM meetings WHERE id = :meetingId AND binned_at IS NULL',
  )
  const last = database.statement<EditRow>(`
    SELECT * FROM edits WHERE meeting_id = :meetingId AND undone = 0 ORDER BY number DESC LIMIT 1`)
  const next = database.statement<EditRow>(`
    SELECT * FROM edits WHERE meeting_id = :meetingId AND undone = 1 ORDER BY number LIMIT 1`)
  const forgetUndone = database.statement(
    'DELETE FROM edits WHERE meeting_id = :meetingId AND undone = 1',
  )
  const add = database.statement(`
    INSERT INTO edits (meeting_id, number, kind, patch)
    SELECT :meetingId, coalesce(max(number), 0) + 1, :kind, :patch
    FROM edits WHERE meeting_id = :meetingId`)
  const setUndone = database.statement(`
    UPDATE edits SET undone = :undone WHERE meeting_id = :meetingId AND number = :number`)

  function history(meetingId: string): EditHistory {
    return {
      undo: last.get({ meetingId })?.kind ?? null,
      redo: next.get({ meetingId })?.kind ?? null,
      corrected: [...store.of(meetingId).turns.values()]
        // Of what was written down again there is nothing else that was heard.
        .filter(({ hidden, from }) => !hidden && from.sessionId !== againSession)
        .map(({ turn }) => idOf(turn)),
    }
  }

  function apply(meetingId: string, number: number, patch: Patch): Readable {
    for (const { id, after } of patch.turns) {
      // A turn that a person made and unmade has no place any more.
      const place = after === null ? store.placeOf(meetingId, id) : null
      if (place !== null) index.turn(place, null, '')
    }
    const ids = patch.turns.map(({ id }) => id)
    if (patch.speakers.length === 0) {
      store.apply(meetingId, patch)
      return reading.corrected(meetingId, ids)
    }
    // A name reaches turns that the patch does not list.
    const before = new Map(views.all(meetingId).map((turn) => [turnKey(turn), turn]))
    store.apply(meetingId, patch)
    index.texts(number, 'speaker', store.names(meetingId))
    const listed = new Set(ids.map(turnKey))
    const renamed = views.all(meetingId).filter((turn) => {
      const key = turnKey(turn)
      return !listed.has(key) && !isDeepStrictEqual(turn, before.get(key))
    })
    const listedTurns = reading.corrected(meetingId, ids)
    return { ...listedTurns, turns: [...listedTurns.turns, ...renamed] }
  }

  /** All or nothing, for a meeting that can be read; `isOver` once no engine adds to it. */
  function change(
    meetingId: string,
    work: (number: number, isOver: boolean) => Result<Readable>,
  ): Result<Edited> {
    const done = attempt(() => {
      try {
        return database.durably(() => {
          const found = meeting.get({ meetingId })
          if (!found) return fail('meeting-not-found')
          const worked = work(found.number, found.state === 'done' || found.state === 'interrupted')
          return worked.ok ? ok({ ...worked.value, history: history(meetingId) }) : worked
        })
      } catch (cause) {
        store.forget(meetingId)
        throw cause
      }
    })
    return done.ok ? done.value : done
  }

  function step(meetingId: string, row: EditRow | undefined, undone: boolean, number: number) {
    if (!row) return ok(nothing)
    // Written by edit only.
    const patch = JSON.parse(row.patch) as Patch
    setUndone.run({ meetingId, number: row.number, undone: undone ? 1 : 0 })
    return ok(apply(meetingId, number, undone ? inverse(patch) : patch))
  }

  /** Applies a patch and writes it into the journal, from which it can be taken back. */
  function journal(
    meetingId: string,
    patchFrom: (context: EditContext) => Result<Patch | null>,
  ): Result<Edited> {
    return change(meetingId, (number, over) => {
      const corrections = store.of(meetingId)
      const original = (id: TurnId) => views.original(meetingId, id)?.turn ?? null
      const patch = patchFrom({ corrections, original, over })
      if (!patch.ok) return patch
      if (patch.value === null) return ok(nothing)
      forgetUndone.run({ meetingId })
      add.run({ meetingId, kind: patch.value.kind, patch: JSON.stringify(patch.value) })
      return ok(apply(meetingId, number, patch.value))
    })
  }

  return {
    edit: (meetingId, edit) => journal(meetingId, (context) => patchOf(edit, context)),
    replace: (meetingId, replacement) =>
      journal(meetingId, (context) => replacePatch(replacement, context)),
    undo: (meetingId) =>
      change(meetingId, (number) => step(meetingId, last.get({ meetingId }), true, number)),
    redo: (meetingId) =>
      change(meetingId, (number) => step(meetingId, next.get({ meetingId }), false, number)),
    history: (meetingId) => attempt(() => history(meetingId)),
  }
}

const nothing: Readable = { turns: [], dropped: [] }
