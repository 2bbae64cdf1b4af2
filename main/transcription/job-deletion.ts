import { monotonicNow, wallNow } from '../../common/clock'
import { backoffMs } from '../../common/backoff'
import { type Library, retranscriptionWork, type StoredJob } from '../library'
import { createLog } from '../platform'
import type { RemoveJob } from '../service'

const log = createLog('jobs')

const firstWaitMs = 30_000
const longestWaitMs = 3_600_000
/** How long the job of a failed re-transcription is kept, so that the next attempt collects it. */
const keptMs = 24 * 3_600_000

export interface JobDeletionOptions {
  readonly library: Pick<Library, 'jobs' | 'gaps' | 'meetings' | 'retranscription'>
  readonly removeJob: RemoveJob
  readonly now?: () => number
  /** Milliseconds since 1970. */
  readonly wallClock?: () => number
  readonly random?: () => number
}

/** Deletes every job at the service in the end, also after a crash. */
export interface JobDeletion {
  /** Deletes the jobs that are no longer needed; after a failure it waits whatever happens. */
  sweep(): void
  /** Ends the open jobs of a re-transcription that a person cancelled. */
  cancelRetranscription(meetingId: string): void
  stop(): void
}

export function createJobDeletion(options: JobDeletionOptions): JobDeletion {
  const { library, removeJob, wallClock = wallNow, random = Math.random } = options
  const { now = monotonicNow } = options
  const lifetime = new AbortController()
  let running = false
  let rerun = false
  let failures = 0
  let notBefore = -Infinity
  let timer: NodeJS.Timeout | null = null

  function isNeeded({ meetingId, work, startedAt }: StoredJob): boolean {
    if (!library.meetings.get(meetingId).ok) return false
    if (work.startsWith(retranscriptionWork)) {
      const task = library.retranscription.get()
      const isRunning = !task.ok || task.value?.task.meetingId === meetingId
      return isRunning || wallClock() - startedAt < keptMs
    }
    const open = library.gaps.unfilled()
    return (
      !open.ok ||
      open.value.some(
        (unfilled) => unfilled.meetingId === meetingId && work.split(' ').includes(unfilled.gap.id),
      )
    )
  }

  /** A crash between two steps leaves jobs that nobody collects. */
  function finishOrphans(): void {
    const open = library.jobs.allOpen()
    if (!open.ok) return
    for (const job of open.value) if (!isNeeded(job)) library.jobs.finish(job.mark)
  }

  async function deleteFinished(): Promise<boolean> {
    const finished = library.jobs.finished()
    if (!finished.ok) return false
    let all = true
    for (const job of finished.value) {
      const removed = await removeJob(job, lifetime.signal)
      if (lifetime.signal.aborted) return true
      if (removed.ok) library.jobs.deleted(job.mark)
      else {
        all = false
        log.warn('job not deleted', { id: job.id, code: removed.error.code })
      }
    }
    return all
  }

  async function run(): Promise<void> {
    do {
      rerun = false
      finishOrphans()
      const done = await deleteFinished()
      failures = done ? 0 : failures + 1
    } while (rerun && failures === 0 && !lifetime.signal.aborted)
    if (failures === 0 || lifetime.signal.aborted) return
    const waitMs = backoffMs(failures, {
      ...{ random, jitter: 0.25, firstMs: firstWaitMs, longestMs: longestWaitMs },
    })
    notBefore = now() + waitMs
    timer = setTimeout(sweep, waitMs)
  }

  function sweep(): void {
    if (running) {
      rerun = true
      return
    }
    if (now() < notBefore || lifetime.signal.aborted) return
    running = true
    if (timer) clearTimeout(timer)
    run()
      .catch((cause: unknown) => log.error('deleting jobs failed', { cause }))
      .finally(() => {
        running = false
      })
  }

  return {
    sweep,
    cancelRetranscription(meetingId) {
      const open = library.jobs.allOpen()
      if (!open.ok) return
      for (const job of open.value) {
        const mine = job.meetingId === meetingId && job.work.startsWith(retranscriptionWork)
        if (mine) library.jobs.finish(job.mark)
      }
      sweep()
    },
    stop() {
      lifetime.abort()
      if (timer) clearTimeout(timer)
    },
  }
}
