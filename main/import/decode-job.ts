import type { FileHandle } from 'node:fs/promises'
import { fail, ok, type Result } from '../../preload/errors'
import { importerMessageSchema, sampleRate, type ImporterRequest } from '../../preload/model'
import type { WavWriter } from '../library/wav'
import { isSilent } from '../repair/plan'

/** The importer page, as one file knows it. */
export interface ImporterPort {
  post(request: ImporterRequest): void
  /** `onClose` where the page went away. */
  listen(onMessage: (message: unknown) => void, onClose: () => void): void
  /** Ends the page. */
  close(): void
}

export interface DecodeJob {
  readonly file: Pick<FileHandle, 'read'>
  readonly size: number
  readonly port: ImporterPort
  readonly wav: WavWriter
  readonly signal: AbortSignal
  /** How much of the sound is there, 0 to 1. */
  readonly onShare: (share: number) => void
}

/** One read of the page at the most, and one piece of sound. */
const maxReadBytes = 64 * 1024 * 1024
/** A day of sound; what says that it is longer is no recording of a meeting. */
const maxSamples = 24 * 3_600 * sampleRate

/**
 * Lets the page decode a file and takes the sound into a WAV. Gives the number of samples. Errors:
 * those of the page, `import-silent`, `import-too-long`, `cancelled`, and what the disk says.
 */
export function decodeFile(job: DecodeJob): Promise<Result<number>> {
  const { port, wav, signal } = job
  return new Promise((resolve) => {
    let totalSamples = 0
    let heard = false
    let ended = false
    const end = (result: Result<number>) => {
      // Closing the page is told as its end, too.
      if (ended) return
      ended = true
      signal.removeEventListener('abort', onAbort)
      port.close()
      resolve(result)
    }
    const onAbort = () => end(fail('cancelled'))
    signal.addEventListener('abort', onAbort)

    async function answer(raw: unknown): Promise<Result<number> | null> {
      // SECURITY: the page decodes files of strangers, so nothing that it says is taken as it is.
      const parsed = importerMessageSchema.safeParse(raw)
      if (!parsed.success) return fail('import-damaged', 'an unknown message')
      const message = parsed.data
      switch (message.type) {
        case 'read': {
          const bytes = await readBytes(job, message.start, message.end)
          if (bytes === null) return fail('import-damaged', 'a range outside of the file')
          port.post({ type: 'bytes', number: message.number, bytes })
          return null
        }
        case 'length':
          totalSamples = message.seconds * sampleRate
          return null
        case 'pcm': {
          const pcm = new Uint8Array(message.pcm)
          if (pcm.length > maxReadBytes || wav.taken > maxSamples) return fail('import-too-long')
          heard ||= !isSilent(pcm)
          wav.write(wav.taken, pcm)
          const flushed = await wav.flush()
          if (!flushed.ok) return flushed
          if (totalSamples > 0) job.onShare(Math.min(1, wav.taken / totalSamples))
          port.post({ type: 'taken' })
          return null
        }
        case 'done':
          return heard ? ok(wav.taken) : fail('import-silent')
        case 'failed':
          return fail(message.code, message.detail)
      }
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
    port.post({ type: 'decode', size: job.size })
  })
}

async function readBytes(
  { file, size }: DecodeJob,
  start: number,
  end: number,
): Promise<Uint8Array | null> {
  if (end > size || start >= end || end - start > maxReadBytes) return null
  const bytes = new Uint8Array(end - start)
  let done = 0
  while (done < bytes.length) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, start + done)
    if (bytesRead === 0) return null
    done += bytesRead
  }
  return bytes
}
