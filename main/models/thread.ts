import { parentPort } from 'node:worker_threads'
import { adopt, install } from './install'
import type { ThreadJob } from './in-thread'

/** The entry of the thread that checks and unpacks a model: it runs one job and sends the result. */
parentPort?.once('message', (job: ThreadJob) => {
  const run = job.kind === 'install' ? install(job.job) : adopt(job.job)
  void run.then((result) => parentPort?.postMessage(result))
})
