import { parseJson } from '../../../common/stored-words'
import { isDeepStrictEqual } from 'node:util'
import { fail, ok, type Result } from '../../../common/errors'
import type { Edit, EditHistory, EditKind, TurnId } from '../../../common/model'
import type { Database } from '../database'
import { attempt } from '../sqlite-errors'
import type { IndexWriter } from '../search/index-writer'
import type { TurnChanges, TurnIndex } from '../turn-index'
import type { CorrectedTurns } from '../corrected-turns'
import {
  retranscribedSession,
  patchOf,
  replacePatch,
  type EditContext,
  type Replacement,
} from './edits'
import { turnKey } from '../../../common/turn-key'
import { idOf, inverse, type Patch } from './state'
import { distinctTags, storedTitle, type MeetingDetails } from '../title-and-tags'
import { handEditsOf, type HandEdits } from './hand-edits'
import type { CorrectionStore } from './store'

/** What an edit, an undo or a redo changed in the corrected turns. */
export interface Edited extends TurnChanges {
  /** Whether the date, the title or the tags of the meeting are others. */
  readonly described: boolean
  readonly history: EditHistory
}

/** Corrects meetings, with undo and redo that survive a restart. */
export interface MeetingCorrections {
  /** Errors: those of patchOf, and `meeting-not-found`, also for a meeting in the bin. */
  edit(meetingId: string, edit: Edit): Result<Edited>
  /** Replaces turns with re-transcribed ones. */
  replace(meetingId: string, replacement: Replacement): Result<Edited>
  /** Changes nothing if there is nothing to undo. */
  undo(meetingId: string): Result<Edited>
  redo(meetingId: string): Result<Edited>
  history(meetingId: string): Result<EditHistory>
  /** What a person wrote or removed by hand, and did not undo. */
  byHand(meetingId: string): Result<HandEdits>
}

interface EditRow {
  number: number
  kind: EditKind
  patch: string
}

interface MeetingRow {
  number: number
  state: string
  started_at: number
  title: string
}

export interface CorrectionsOptions {
  readonly database: Database
  readonly store: CorrectionStore
  readonly correctedTurns: CorrectedTurns
  readonly turnIndex: TurnIndex
  readonly index: IndexWriter
  readonly details: MeetingDetails
}

export function createCorrections(options: CorrectionsOptions): MeetingCorrections {
  const { database, store, correctedTurns, turnIndex, index, details } = options
  const meeting = database.statement<MeetingRow>(`
    SELECT number, state, started_at, title FROM meetings WHERE id = :meetingId AND binned_at IS NULL`)
  const setStart = database.statement(
    'UPDATE meetings SET started_at = :startedAt WHERE id = :meetingId',
  )
  const last = database.statement<EditRow>(`
    SELECT * FROM edits WHERE meeting_id = :meetingId AND undone = 0 ORDER BY number DESC LIMIT 1`)
  const next = database.statement<EditRow>(`
    SELECT * FROM edits WHERE meeting_id = :meetingId AND undone = 1 ORDER BY number LIMIT 1`)
  const textEdits = database.statement<EditRow>(`
    SELECT * FROM edits WHERE meeting_id = :meetingId AND undone = 0
    AND kind IN ('text', 'split', 'join') ORDER BY number`)
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
        // A re-transcribed turn has no original text to show.
        .filter(({ hidden, from }) => !hidden && from.sessionId !== retranscribedSession)
        .map(({ turn }) => idOf(turn)),
    }
  }

  function apply(meetingId: string, number: number, patch: Patch): Changes {
    const { start, title, tags } = patch
    if (start) setStart.run({ meetingId, startedAt: start.after })
    if (title) details.setTitle(meetingId, title.after)
    if (tags) details.setTags(meetingId, tags.after)
    if (start ?? title ?? tags) return { ...nothing, described: true }
    return { ...applyToTurns(meetingId, number, patch), described: false }
  }

  function applyToTurns(meetingId: string, number: number, patch: Patch): TurnChanges {
    for (const { id, after } of patch.turns) {
      // A turn that a person created and that is undone now loses its row.
      const rowId = after === null ? store.rowIdOf(meetingId, id) : null
      if (rowId !== null) index.turn(rowId, null, '')
    }
    const ids = patch.turns.map(({ id }) => id)
    if (patch.speakers.length === 0) {
      store.apply(meetingId, patch)
      return turnIndex.corrected(meetingId, ids)
    }
    // A new name also changes turns that the patch does not list.
    const before = new Map(correctedTurns.all(meetingId).map((turn) => [turnKey(turn), turn]))
    store.apply(meetingId, patch)
    index.texts(number, 'speaker', store.names(meetingId))
    const listed = new Set(ids.map(turnKey))
    const renamed = correctedTurns.all(meetingId).filter((turn) => {
      const key = turnKey(turn)
      return !listed.has(key) && !isDeepStrictEqual(turn, before.get(key))
    })
    const listedTurns = turnIndex.corrected(meetingId, ids)
    return { ...listedTurns, turns: [...listedTurns.turns, ...renamed] }
  }

  /** Runs one durable transaction. */
  function change(meetingId: string, work: (row: MeetingRow) => Result<Changes>): Result<Edited> {
    const done = attempt(() => {
      try {
        return database.durableTransaction(() => {
          const found = meeting.get({ meetingId })
          if (!found) return fail('meeting-not-found')
          const worked = work(found)
          return worked.ok ? ok({ ...worked.value, history: history(meetingId) }) : worked
        })
      } catch (cause) {
        store.forget(meetingId)
        throw cause
      }
    })
    return done.ok ? done.value : done
  }

  function step(meetingId: string, number: number, undone: boolean) {
    const row = (undone ? last : next).get({ meetingId })
    if (!row) return ok(nothing)
    // Only `journal` writes this column; null was damaged by the disk and changes nothing.
    const patch = parseJson(row.patch) as Patch | null
    setUndone.run({ meetingId, number: row.number, undone: undone ? 1 : 0 })
    if (patch === null) return ok(nothing)
    return ok(apply(meetingId, number, undone ? inverse(patch) : patch))
  }

  /** Applies a patch and stores it in the journal, from which it can be undone. */
  function journal(
    meetingId: string,
    patchFrom: (context: EditContext, row: MeetingRow) => Result<Patch | null>,
  ): Result<Edited> {
    return change(meetingId, (row) => {
      const corrections = store.of(meetingId)
      const original = (id: TurnId) => correctedTurns.original(meetingId, id)?.turn ?? null
      const isOver = row.state === 'done' || row.state === 'interrupted'
      const patch = patchFrom({ corrections, original, isOver }, row)
      if (!patch.ok) return patch
      if (patch.value === null) return ok(nothing)
      forgetUndone.run({ meetingId })
      add.run({ meetingId, kind: patch.value.kind, patch: JSON.stringify(patch.value) })
      return ok(apply(meetingId, row.number, patch.value))
    })
  }

  return {
    edit: (meetingId, edit) =>
      journal(meetingId, (context, row) => {
        switch (edit.kind) {
          case 'date':
            return ok(changeOf('date', row.started_at, edit.startedAt))
          case 'title':
            return ok(changeOf('title', row.title, storedTitle(edit.title)))
          case 'tags': {
            const [before, after] = [details.tags(meetingId), distinctTags(edit.tags)]
            const isSame = isDeepStrictEqual(new Set(before), new Set(after))
            return ok(isSame ? null : changeOf('tags', before, after))
          }
          default:
            return patchOf(edit, context)
        }
      }),
    replace: (meetingId, replacement) =>
      journal(meetingId, (context) => replacePatch(replacement, context)),
    undo: (meetingId) => change(meetingId, ({ number }) => step(meetingId, number, true)),
    redo: (meetingId) => change(meetingId, ({ number }) => step(meetingId, number, false)),
    history: (meetingId) => attempt(() => history(meetingId)),
    byHand: (meetingId) =>
      attempt(() =>
        handEditsOf(
          textEdits
            .all({ meetingId })
            // Only `journal` writes this column; null was damaged by the disk.
            .flatMap(({ patch }) => (parseJson(patch) as Patch | null) ?? []),
        ),
      ),
  }
}

type Changes = Omit<Edited, 'history'>

const nothing: Changes = { turns: [], dropped: [], described: false }

/** Where a patch has what an edit of the meeting itself changes. */
const parts = { date: 'start', title: 'title', tags: 'tags' } as const

/** What such an edit changes; null if that is nothing. */
function changeOf<T>(kind: keyof typeof parts, before: T, after: T): Patch | null {
  if (isDeepStrictEqual(before, after)) return null
  return { kind, turns: [], speakers: [], [parts[kind]]: { before, after } }
}
