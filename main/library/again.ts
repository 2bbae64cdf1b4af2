import type { Result } from '../../preload/errors'
import type { EngineKind, Gap, Turn } from '../../preload/model'
import { attempt, type Database } from './database'

/** What of a meeting is to be written down again; times are ms of its time line. */
export interface AgainTask {
  readonly meetingId: string
  /** By source; their turns make way. */
  readonly stretches: readonly Gap[]
  /** What is listened to: the stretches with a little around them. */
  readonly startMs: number
  readonly endMs: number
  /** Whether one job may hear all of it, and tell speakers apart. */
  readonly atOnce: boolean
  /** The one that was in use when it was asked for. */
  readonly engine: EngineKind
}

/** How far it is. */
export interface AgainProgress {
  readonly doneMs: number
  /** What was heard until there. */
  readonly turns: readonly Turn[]
  /** The engine's job that hears what comes then, up to `endMs`. */
  readonly job: AgainJob | null
}

export interface AgainJob {
  readonly id: string
  readonly endMs: number
}

/** The one meeting that is being written down again, so that it goes on after a quit. */
export interface AgainStore {
  get(): Result<{ task: AgainTask; progress: AgainProgress } | null>
  /** In the place of any other. */
  begin(task: AgainTask): Result<undefined>
  /** A job was begun, or (null) it came to nothing. */
  setJob(job: AgainJob | null): Result<undefined>
  /** What the job heard, up to `endMs`. */
  heard(endMs: number, turns: readonly Turn[]): Result<undefined>
  /** It is over, or not wanted. */
  remove(): Result<undefined>
}

interface TaskRow {
  meeting_id: string
  stretches: string
  start_ms: number
  end_ms: number
  at_once: number
  engine: EngineKind
  job_id: string | null
  job_end_ms: number | null
}

export function createAgainStore(database: Database): AgainStore {
  const find = database.statement<TaskRow>('SELECT * FROM again')
  const pieces = database.statement<{ end_ms: number; turns: string }>(
    'SELECT end_ms, turns FROM again_heard ORDER BY end_ms',
  )
  const insert = database.statement(`
    INSERT INTO again (meeting_id, stretches, start_ms, end_ms, at_once, engine)
    VALUES (:meetingId, :stretches, :startMs, :endMs, :atOnce, :engine)`)
  const setJob = database.statement('UPDATE again SET job_id = :id, job_end_ms = :endMs')
  const addPiece = database.statement(`
    INSERT INTO again_heard (meeting_id, end_ms, turns)
    SELECT meeting_id, :endMs, :turns FROM again`)
  const remove = database.statement('DELETE FROM again')
  const noJob = { id: null, endMs: null }

  return {
    get: () =>
      attempt(() => {
        const row = find.get({})
        if (row === undefined) return null
        const heard = pieces.all({})
        const { job_id: id, job_end_ms: jobEndMs } = row
        return {
          task: {
            meetingId: row.meeting_id,
            // Written by begin and heard only.
            stretches: JSON.parse(row.stretches) as Gap[],
            startMs: row.start_ms,
            endMs: row.end_ms,
            atOnce: row.at_once === 1,
            engine: row.engine,
          },
          progress: {
            doneMs: heard.at(-1)?.end_ms ?? row.start_ms,
            turns: heard.flatMap(({ turns }) => JSON.parse(turns) as Turn[]),
            job: id === null || jobEndMs === null ? null : { id, endMs: jobEndMs },
          },
        }
      }),
    begin: ({ stretches, atOnce, ...task }) =>
      attempt(() =>
        database.durably(() => {
          remove.run({})
          insert.run({ ...task, stretches: JSON.stringify(stretches), atOnce: atOnce ? 1 : 0 })
          return undefined
        }),
      ),
    setJob: (job) =>
      attempt(() => {
        database.durably(() => setJob.run({ ...(job ?? noJob) }))
        return undefined
      }),
    heard: (endMs, turns) =>
      attempt(() =>
        database.durably(() => {
          addPiece.run({ endMs, turns: JSON.stringify(turns) })
          setJob.run(noJob)
          return undefined
        }),
      ),
    remove: () =>
      attempt(() => {
        database.durably(() => remove.run({}))
        return undefined
      }),
  }
}
