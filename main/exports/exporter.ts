import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../common/errors'
import type {
  Clipping,
  ExportFormat,
  PackedText,
  PackedWords,
  TranscriptPart,
} from '../../common/model'
import { createThread } from '../platform'
import type { Annotations } from './annotations'
import type { TextOptions } from './lines'
import type { ExportJob } from './write'

/** A job in the form in which it is sent to the thread; packed turns are copied much faster. */
export type PackedJob = Omit<ExportJob, 'transcript'> & {
  readonly text: PackedText
  /** Null if the format does not need them. */
  readonly words: readonly PackedWords[] | null
}

/** A meeting, or the selected part of it, for the clipboard. */
export interface ClippingJob {
  readonly text: PackedText
  readonly part: TranscriptPart | null
  readonly choice: TextOptions
}

/** A meeting as Markdown, with times and speakers. */
export interface MarkdownJob {
  readonly text: PackedText
  readonly annotations: Annotations
}

export type Request =
  | { readonly type: 'file'; readonly job: PackedJob }
  | { readonly type: 'clipping'; readonly job: ClippingJob }
  | { readonly type: 'markdown'; readonly job: MarkdownJob }

/**
 * Writes meetings in a thread, so that a long one does not block main. Errors: `export-failed`, also
 * if the thread ends early.
 */
export interface Exporter {
  file(job: PackedJob): Promise<Result<{ path: string }>>
  clipping(job: ClippingJob): Promise<Result<Clipping>>
  markdown(job: MarkdownJob): Promise<Result<string>>
}

/** The formats that contain the time of each word. */
export const formatsWithWords: ReadonlySet<ExportFormat> = new Set<ExportFormat>([
  'srt',
  'vtt',
  'json',
])

/** The thread ends this long after its last job, in ms. */
const idleMs = 10_000

/** `entry` is the built thread.ts. */
export function createExporter(entry: string): Exporter {
  const thread = createThread<Request, Result<unknown>>({
    start: () => new Worker(entry),
    idleMs,
  })
  async function ask<T>(request: Request): Promise<Result<T>> {
    try {
      return (await thread.ask(request)) as Result<T>
    } catch (cause) {
      return fail('export-failed', cause instanceof Error ? cause.message : String(cause))
    }
  }
  return {
    file: (job) => ask({ type: 'file', job }),
    clipping: (job) => ask({ type: 'clipping', job }),
    markdown: (job) => ask({ type: 'markdown', job }),
  }
}
