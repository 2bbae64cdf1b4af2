import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../common/errors'
import type { ExportFormat, PackedText, PackedWords } from '../../common/model'
import type { ExportJob } from './write'

/** A job in the form in which it is sent to the thread; packed turns are copied much faster. */
export type PackedJob = Omit<ExportJob, 'transcript'> & {
  readonly text: PackedText
  /** Null if the format does not need them. */
  readonly words: PackedWords | null
}

/** Runs an export in a thread, so that a long meeting does not block main. */
export type Exporter = (job: PackedJob) => Promise<Result<{ path: string }>>

/** The formats that contain the time of each word. */
export const formatsWithWords: ReadonlySet<ExportFormat> = new Set<ExportFormat>([
  'srt',
  'vtt',
  'json',
])

/** `entry` is the built thread.ts. Errors: `export-failed`, also if the thread ends early. */
export function createExporter(entry: string): Exporter {
  return async (job) => {
    let worker: Worker | null = null
    try {
      const thread = new Worker(entry)
      worker = thread
      return await new Promise<Result<{ path: string }>>((resolve) => {
        thread.once('message', resolve)
        thread.once('error', (cause) => resolve(fail('export-failed', cause.message)))
        thread.once('exit', (code) => resolve(fail('export-failed', `Ended with code ${code}.`)))
        thread.postMessage(job)
      })
    } catch (cause) {
      return fail('export-failed', cause instanceof Error ? cause.message : String(cause))
    } finally {
      void worker?.terminate()
    }
  }
}
