import { Worker } from 'node:worker_threads'
import { fail, ok, type Result } from '../../common/errors'
import { createLog, createThread } from '../platform'
import type { Jobs } from './jobs'

const log = createLog('redaction')

/** A job's name and its input. */
export type Job = { [N in keyof Jobs]: [N, ...Parameters<Jobs[N]>] }[keyof Jobs]

/** Runs a job. Errors: `internal` if the thread ends before it answers. */
export type RunJob = <N extends keyof Jobs>(
  name: N,
  ...input: Parameters<Jobs[N]>
) => Promise<Result<ReturnType<Jobs[N]>>>

/** The thread ends this long after its last job, in ms. */
const idleMs = 60_000

/** Runs jobs in a thread. `entry` is the built thread.ts. */
export function createRunJob(entry: string): RunJob {
  const thread = createThread<Job, unknown>({ start: () => new Worker(entry), idleMs })
  const run = async (...job: Job): Promise<Result<unknown>> => {
    try {
      return ok(await thread.ask(job))
    } catch (cause) {
      log.error('thread ended', { cause })
      return fail('internal')
    }
  }
  return run as RunJob
}
