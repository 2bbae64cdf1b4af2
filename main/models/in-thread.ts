import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../common/errors'
import type { InstalledFile } from '../../common/model'
import type { AdoptJob, InstallJob } from './install'

export type ThreadJob =
  | { readonly kind: 'install'; readonly job: InstallJob }
  | { readonly kind: 'adopt'; readonly job: AdoptJob }

/** Runs one job; `cancelled` after the signal. */
export type RunJob = (job: ThreadJob, signal: AbortSignal) => Promise<Result<InstalledFile[]>>

/**
 * Runs a job in a thread of its own, since hashing and unpacking take minutes. `entry` is the built
 * thread.ts. Errors: those of the job, `model-not-kept` if the thread ends early.
 */
export function createRunJob(entry: string): RunJob {
  return (job, signal) => {
    if (signal.aborted) return Promise.resolve(fail('cancelled'))
    const thread = new Worker(entry)
    return new Promise<Result<InstalledFile[]>>((resolve) => {
      signal.addEventListener('abort', () => resolve(fail('cancelled')), { once: true })
      thread.once('message', resolve)
      thread.once('error', (cause) => resolve(fail('model-not-kept', cause.message)))
      thread.once('exit', (code) => resolve(fail('model-not-kept', `Ended with code ${code}.`)))
      thread.postMessage(job)
    }).finally(() => void thread.terminate())
  }
}
