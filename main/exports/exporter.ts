import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../preload/errors'
import type { ExportFormat, PackedText, PackedWords } from '../../preload/model'
import type { ExportJob } from './write'

/** A job on its way to the thread: texts go over at once, ten thousand turns do not. */
export type PackedJob = Omit<ExportJob, 'transcript'> & {
  readonly text: PackedText
  /** Null where the format has no use for them. */
  readonly words: PackedWords | null
}

/** Does a job beside main, so that a long meeting holds up nothing there. */
export type Exporter = (job: PackedJob) => Promise<Result<{ path: string }>>

/** The formats that tell when each word was said. */
export const withWords: ReadonlySet<ExportFormat> = new Set<ExportFormat>(['srt', 'vtt', 'json'])

/** `entry` is the built thread.ts. `export-failed` where the thread ends early. */
export function createExporter(entry: string): Exporter {
  return async (job) => {
    const worker = new Worker(entry)
    try {
      return await new Promise<Result<{ path: string }>>((resolve) => {
        worker.once('message', resolve)
        worker.once('error', (cause) => resolve(fail('export-failed', cause.message)))
        worker.once('exit', (code) => resolve(fail('export-failed', `Ended with code ${code}.`)))
        worker.postMessage(job)
      })
    } finally {
      void worker.terminate()
    }
  }
}
