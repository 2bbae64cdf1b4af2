import { fail, type Result } from '../../preload/errors'
import {
  importerMessageSchema,
  type ImporterMessage,
  type ImporterRequest,
} from '../../preload/model'

/** The importer page, as one job knows it. */
export interface ImporterPort {
  post(request: ImporterRequest): void
  /** `onClose` where the page went away. */
  listen(onMessage: (message: unknown) => void, onClose: () => void): void
  /** Ends the page. */
  close(): void
}

export interface PageJob<T> {
  readonly port: ImporterPort
  readonly signal: AbortSignal
  readonly begin: ImporterRequest
  /** The bytes that the page may read; null for a range that is not there. */
  readonly read: (start: number, end: number) => Promise<Uint8Array | null>
  /** What to do with all else that the page says; gives what ends the job. */
  readonly answer: (
    message: Exclude<ImporterMessage, { type: 'read' | 'failed' }>,
  ) => Promise<Result<T> | null>
}

/** One message and one read at the most. */
export const maxMessageBytes = 64 * 1024 * 1024

/**
 * Lets the page do one job, then closes it. Errors: those of the page and of `answer`, `cancelled`,
 * `import-damaged` where the page is not to be trusted or went away, `import-unreadable` where the
 * disk fails.
 */
export function runPageJob<T>(job: PageJob<T>): Promise<Result<T>> {
  const { port, signal } = job
  return new Promise((resolve) => {
    let ended = false
    const end = (result: Result<T>) => {
      // Closing the page is told as its end, too.
      if (ended) return
      ended = true
      signal.removeEventListener('abort', onAbort)
      port.close()
      resolve(result)
    }
    const onAbort = () => end(fail('cancelled'))
    signal.addEventListener('abort', onAbort)

    async function answer(raw: unknown): Promise<Result<T> | null> {
      // SECURITY: the page decodes files of strangers, so nothing that it says is taken as it is.
      const parsed = importerMessageSchema.safeParse(raw)
      if (!parsed.success) return fail('import-damaged', 'an unknown message')
      const message = parsed.data
      if (message.type === 'failed') return fail(message.code, message.detail)
      if (message.type !== 'read') return job.answer(message)
      const { number, start, end: until } = message
      const fits = start < until && until - start <= maxMessageBytes
      const bytes = fits ? await job.read(start, until) : null
      if (bytes === null) return fail('import-damaged', 'a range outside of the file')
      port.post({ type: 'bytes', number, bytes })
      return null
    }

    port.listen(
      (raw) => {
        answer(raw).then(
          (result) => result && end(result),
          (cause: unknown) =>
            end(fail('import-unreadable', cause instanceof Error ? cause.message : String(cause))),
        )
      },
      () => end(fail('import-damaged', 'the decoder stopped')),
    )
    if (signal.aborted) onAbort()
    else port.post(job.begin)
  })
}
