import { fail, type Result } from '../../common/errors'
import { importerReadBytes } from '../../common/ipc/ports'
import { importerMessageSchema } from '../../common/schemas'
import type { ImporterMessage, ImporterRequest } from '../../common/model'

/** The importer page, as one job knows it. */
export interface ImporterPort {
  post(request: ImporterRequest): void
  /** `onClose` runs when the page goes away. */
  listen(onMessage: (message: unknown) => void, onClose: () => void): void
  /** Closes the page. */
  close(): void
}

export interface PageJob<T> {
  readonly port: ImporterPort
  readonly signal: AbortSignal
  readonly begin: ImporterRequest
  /** The bytes that the page may read; null for a range that does not exist. */
  readonly read: (start: number, end: number) => Promise<Uint8Array | null>
  /** Handles all other messages of the page; returns what ends the job. */
  readonly answer: (
    message: Exclude<ImporterMessage, { type: 'read' | 'failed' }>,
  ) => Promise<Result<T> | null>
}

/**
 * Lets the page do one job, then closes it. Errors: those of the page and of `answer`, `cancelled`,
 * `import-damaged` if the page breaks its rules or went away, `import-unreadable` if the disk fails.
 */
export function runPageJob<T>(job: PageJob<T>): Promise<Result<T>> {
  const { port, signal } = job
  return new Promise((resolve) => {
    let ended = false
    const end = (result: Result<T>) => {
      // Closing the page is also reported as its end.
      if (ended) return
      ended = true
      signal.removeEventListener('abort', onAbort)
      port.close()
      resolve(result)
    }
    const onAbort = () => end(fail('cancelled'))
    signal.addEventListener('abort', onAbort)

    let isReading = false
    async function answer(raw: unknown): Promise<Result<T> | null> {
      // SECURITY: the page decodes untrusted files, so each of its messages is checked.
      const parsed = importerMessageSchema.safeParse(raw)
      if (!parsed.success) return fail('import-damaged', 'an unknown message')
      const message = parsed.data
      if (message.type === 'failed') return fail(message.code, message.detail)
      if (message.type !== 'read') return job.answer(message)
      const { number, start, end: until } = message
      // SECURITY: with one short read at a time, no page can fill the memory of main.
      if (isReading || start >= until || until - start > importerReadBytes)
        return fail('import-damaged', 'a read that no decoder makes')
      isReading = true
      const bytes = await job.read(start, until)
      isReading = false
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
