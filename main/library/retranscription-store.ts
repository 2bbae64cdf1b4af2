import type { Result } from '../../common/errors'
import type { EngineKind, Gap, Turn } from '../../common/model'
import { parseJson } from '../../common/stored-words'
import type { Database } from './database'
import { attempt } from './sqlite-errors'

/** Which parts of a meeting are re-transcribed; times are ms of its time line. */
export interface RetranscriptionTask {
  readonly meetingId: string
  /** The parts, by source; their turns are replaced. */
  readonly stretches: readonly Gap[]
  /** The range that is transcribed: the parts with a little audio around them. */
  readonly startMs: number
  readonly endMs: number
  /** Whether one job transcribes everything and separates the speakers. */
  readonly inOneJob: boolean
  /** The engine that was in use when the person asked for it. */
  readonly engine: EngineKind
}

/** How far the task has come. */
export interface RetranscriptionProgress {
  readonly doneMs: number
  /** The turns up to there. */
  readonly turns: readonly Turn[]
  /** The differences, by their keys, in which a person keeps the text of today. */
  readonly kept: readonly string[]
}

/** Stores the one re-transcription that is running, so that it continues after a restart. */
export interface RetranscriptionStore {
  get(): Result<{ task: RetranscriptionTask; progress: RetranscriptionProgress } | null>
  /** Replaces any other task. */
  begin(task: RetranscriptionTask): Result<undefined>
  /** Adds the turns that the job found up to `endMs`. */
  addTurns(endMs: number, turns: readonly Turn[]): Result<undefined>
  /** Replaces the list of what keeps its text. */
  keep(keys: readonly string[]): Result<undefined>
  /** The task is done or was cancelled. */
  remove(): Result<undefined>
}

interface TaskRow {
  meeting_id: string
  stretches: string
  start_ms: number
  end_ms: number
  at_once: number
  engine: EngineKind
  kept: string
}

export function createRetranscriptionStore(database: Database): RetranscriptionStore {
  const find = database.statement<TaskRow>('SELECT * FROM again')
  const parts = database.statement<{ end_ms: number; turns: string }>(
    'SELECT end_ms, turns FROM again_heard ORDER BY end_ms',
  )
  const insert = database.statement(`
    INSERT INTO again (meeting_id, stretches, start_ms, end_ms, at_once, engine)
    VALUES (:meetingId, :stretches, :startMs, :endMs, :inOneJob, :engine)`)
  const addPart = database.statement(`
    INSERT INTO again_heard (meeting_id, end_ms, turns)
    SELECT meeting_id, :endMs, :turns FROM again`)
  const keep = database.statement('UPDATE again SET kept = :kept')
  const remove = database.statement('DELETE FROM again')

  return {
    get: () =>
      attempt(() => {
        const row = find.get({})
        if (row === undefined) return null
        const done = parts.all({})
        const stretches = parseJson(row.stretches)
        const turns = done.map((part) => parseJson(part.turns))
        // Damaged by the disk: the meeting keeps its text.
        if (!Array.isArray(stretches) || !turns.every(Array.isArray)) return null
        return {
          task: {
            meetingId: row.meeting_id,
            // Only `begin` and `addTurns` write these columns.
            stretches: stretches as Gap[],
            startMs: row.start_ms,
            endMs: row.end_ms,
            inOneJob: row.at_once === 1,
            engine: row.engine,
          },
          progress: {
            doneMs: done.at(-1)?.end_ms ?? row.start_ms,
            turns: turns.flatMap((part) => part as Turn[]),
            kept: keysOf(row.kept),
          },
        }
      }),
    begin: ({ stretches, inOneJob, ...task }) =>
      attempt(() =>
        database.durableTransaction(() => {
          remove.run({})
          insert.run({ ...task, stretches: JSON.stringify(stretches), inOneJob: inOneJob ? 1 : 0 })
          return undefined
        }),
      ),
    addTurns: (endMs, turns) =>
      attempt(() =>
        database.durableTransaction(() => {
          addPart.run({ endMs, turns: JSON.stringify(turns) })
          return undefined
        }),
      ),
    keep: (keys) =>
      attempt(() => {
        database.durableTransaction(() => keep.run({ kept: JSON.stringify(keys) }))
        return undefined
      }),
    remove: () =>
      attempt(() => {
        database.durableTransaction(() => remove.run({}))
        return undefined
      }),
  }
}

/** A damaged list keeps nothing: the person is asked again. */
function keysOf(kept: string): string[] {
  const keys = parseJson(kept)
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : []
}
