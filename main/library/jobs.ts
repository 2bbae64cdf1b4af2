import type { Result } from '../../common/errors'
import type { Database } from './database'
import { attempt } from './sqlite-errors'

/** The work of a job: these gaps of a meeting, or its re-transcription. */
export interface JobWork {
  readonly meetingId: string
  /** The ids of the gaps with spaces between them, or `retranscriptionWork`. */
  readonly work: string
}

/** Starts the `work` of a re-transcription, followed by its sources; no gap has this id. */
export const retranscriptionWork = 'retranscription'

/** A pre-recorded job of the service that was bought, or is about to be bought. */
export interface StoredJob extends JobWork {
  /** Our own id, known before anything is sent. */
  readonly mark: string
  /** The transcribed range, in ms of the time line. */
  readonly startMs: number
  readonly endMs: number
  /** Whether this is the last job of its work. */
  readonly isLast: boolean
  /** The key that pays for the job. */
  readonly keyId: string
  /** The address of the uploaded audio, by which the service's list shows the job; null before. */
  readonly uploadUrl: string | null
  /** The service's id; null until its answer has come. */
  readonly id: string | null
  /** When it was stored, in ms since 1970. */
  readonly startedAt: number
}

/**
 * Every job from before it is bought until the service has deleted it. No row refers to a meeting,
 * because a job outlives a deleted one until it is deleted at the service as well.
 */
export interface Jobs {
  /** Returns the open job of this work: its words are not stored yet. */
  open(work: JobWork): Result<StoredJob | null>
  allOpen(): Result<StoredJob[]>
  /** Stores a job before it is bought. */
  start(job: Omit<StoredJob, 'uploadUrl' | 'id'>): Result<undefined>
  setUpload(mark: string, uploadUrl: string): Result<undefined>
  setId(mark: string, id: string): Result<undefined>
  /** Removes a job that was certainly not bought. */
  remove(mark: string): Result<undefined>
  /** Marks a job whose words are stored or not needed: the service must delete it. */
  finish(mark: string): Result<undefined>
  /** Returns the jobs that the service must delete. */
  finished(): Result<StoredJob[]>
  /** Marks a job that the service has deleted; it still counts as bought. */
  deleted(mark: string): Result<undefined>
  /** Counts jobs that were bought: those of this work with this start, and all since `since`. */
  bought(work: JobWork, startMs: number, since: number): Result<{ ofWork: number; all: number }>
}

interface JobRow {
  mark: string
  meeting_id: string
  work: string
  start_ms: number
  end_ms: number
  is_last: number
  key_id: string
  upload_url: string | null
  job_id: string | null
  started_at: number
}

/** How long deleted jobs are kept for the counts, in ms. */
const keptMs = 30 * 24 * 3_600_000

export function createJobs(database: Database): Jobs {
  const byState = (condition: string) =>
    database.statement<JobRow>(`SELECT * FROM service_jobs WHERE ${condition} ORDER BY started_at`)
  const open = byState(`state = 'open' AND meeting_id = :meetingId AND work = :work`)
  const allOpen = byState(`state = 'open'`)
  const finished = byState(`state = 'finished'`)
  const insert = database.statement(`
    INSERT INTO service_jobs
      (mark, meeting_id, work, start_ms, end_ms, is_last, key_id, state, started_at)
    VALUES (:mark, :meetingId, :work, :startMs, :endMs, :isLast, :keyId, 'open', :startedAt)`)
  const prune = database.statement(
    `DELETE FROM service_jobs WHERE state = 'deleted' AND started_at < :before`,
  )
  const setUpload = database.statement(
    'UPDATE service_jobs SET upload_url = :uploadUrl WHERE mark = :mark',
  )
  const setId = database.statement('UPDATE service_jobs SET job_id = :id WHERE mark = :mark')
  const setState = database.statement('UPDATE service_jobs SET state = :state WHERE mark = :mark')
  const remove = database.statement('DELETE FROM service_jobs WHERE mark = :mark')
  const ofWork = database.statement<{ count: number }>(`
    SELECT count(*) AS count FROM service_jobs
    WHERE meeting_id = :meetingId AND work = :work AND start_ms = :startMs
      AND (upload_url IS NOT NULL OR job_id IS NOT NULL)`)
  const since = database.statement<{ count: number }>(`
    SELECT count(*) AS count FROM service_jobs
    WHERE started_at > :since AND (upload_url IS NOT NULL OR job_id IS NOT NULL)`)
  const durably = (work: () => unknown): Result<undefined> =>
    attempt(() => {
      database.durableTransaction(work)
      return undefined
    })

  return {
    open: ({ meetingId, work }) =>
      attempt(() => {
        const row = open.get({ meetingId, work })
        return row === undefined ? null : jobOf(row)
      }),
    allOpen: () => attempt(() => allOpen.all({}).map(jobOf)),
    start: ({ isLast, ...job }) =>
      durably(() => {
        prune.run({ before: job.startedAt - keptMs })
        insert.run({ ...job, isLast: isLast ? 1 : 0 })
      }),
    setUpload: (mark, uploadUrl) => durably(() => setUpload.run({ mark, uploadUrl })),
    setId: (mark, id) => durably(() => setId.run({ mark, id })),
    remove: (mark) => durably(() => remove.run({ mark })),
    finish: (mark) => durably(() => setState.run({ mark, state: 'finished' })),
    finished: () => attempt(() => finished.all({}).map(jobOf)),
    deleted: (mark) => durably(() => setState.run({ mark, state: 'deleted' })),
    bought: ({ meetingId, work }, startMs, from) =>
      attempt(() => ({
        ofWork: ofWork.get({ meetingId, work, startMs })?.count ?? 0,
        all: since.get({ since: from })?.count ?? 0,
      })),
  }
}

function jobOf(row: JobRow): StoredJob {
  return {
    mark: row.mark,
    meetingId: row.meeting_id,
    work: row.work,
    startMs: row.start_ms,
    endMs: row.end_ms,
    isLast: row.is_last === 1,
    keyId: row.key_id,
    uploadUrl: row.upload_url,
    id: row.job_id,
    startedAt: row.started_at,
  }
}
