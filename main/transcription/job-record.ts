import { randomUUID } from 'node:crypto'
import { wallNow } from '../../common/clock'
import { fail, ok, type Result } from '../../common/errors'
import { recordedModels } from '../../common/model'
import type { Jobs, JobWork, PaidUses, StoredJob } from '../library'
import { createLog } from '../platform'
import type { JobRecord } from '../service'

const log = createLog('jobs')

/** A gap is sent at most this often; a re-transcription as often as a person asks for it. */
const mostPerGap = 3
/** Jobs of all meetings within a day; an archive of a hundred files stays below it. */
const mostPerDay = 200
const dayMs = 24 * 3_600_000

export interface JobRecordOptions {
  readonly jobs: Jobs
  readonly paidUses: Pick<PaidUses, 'set'>
  readonly work: JobWork
  /** The range that a new job would transcribe, in ms of the time line. */
  readonly startMs: number
  readonly endMs: number
  readonly isLast: boolean
  /** The open job of this work, if there is one. */
  readonly open: StoredJob | null
  /** Whether only a limited number of jobs may be bought for this work. */
  readonly capped: boolean
  /** Milliseconds since 1970. */
  readonly wallClock?: () => number
}

/** Keeps the record of one job in the library. Errors of `start`: `job-attempts`, `job-day-limit`. */
export function createJobRecord(options: JobRecordOptions): JobRecord {
  const { jobs, paidUses, work, startMs, endMs, isLast, capped, wallClock = wallNow } = options
  let mark = options.open?.mark ?? null

  function start(keyId: string): Result<undefined> {
    const at = wallClock()
    const bought = jobs.bought(work, startMs, at - dayMs)
    if (!bought.ok) return bought
    if (capped && bought.value.ofWork >= mostPerGap) return fail('job-attempts')
    if (bought.value.all >= mostPerDay) return fail('job-day-limit')
    const next = randomUUID()
    const job = { ...work, mark: next, startMs, endMs, isLast, keyId, startedAt: at }
    const started = jobs.start(job)
    if (started.ok) mark = next
    return started
  }

  function end(store: (mark: string) => Result<undefined>): Result<undefined> {
    if (mark === null) return ok(undefined)
    const stored = store(mark)
    if (stored.ok) mark = null
    return stored
  }

  return {
    meetingId: work.meetingId,
    known: options.open,
    start,
    uploaded: (uploadUrl) => (mark === null ? fail('internal') : jobs.setUpload(mark, uploadUrl)),
    created: (id) => {
      const stored = mark === null ? fail('internal') : jobs.setId(mark, id)
      // Not lost: the service's list shows the job with the address of the upload.
      if (!stored.ok) log.warn('job id not stored', { id, code: stored.error.code })
    },
    answered: (answered) => {
      const model = answered ?? recordedModels[0]
      if (mark === null || model === undefined) return
      const { meetingId } = work
      const seconds = Math.round((endMs - startMs) / 1_000)
      const beganAt = options.open?.startedAt ?? wallClock()
      const use = { id: mark, meetingId, model, extras: [], beganAt, seconds, measured: true }
      const stored = paidUses.set(use)
      if (!stored.ok) log.warn('paid job not stored', { mark, code: stored.error.code })
    },
    abandon: () => end(jobs.remove),
    finish: () => end(jobs.finish),
  }
}
