import type { FileHandle } from 'node:fs/promises'
import { fail, ok, type Result } from '../../preload/errors'
import { sampleRate } from '../../preload/model'
import { bytesPerSample } from '../library/wav-header'
import { isSilent } from '../repair/plan'
import { maxMessageBytes, runPageJob, type ImporterPort } from './page-job'

export interface DecodeJob {
  readonly file: Pick<FileHandle, 'read'>
  readonly size: number
  readonly port: ImporterPort
  /** Takes the sound, in order: little-endian s16 at 16 kHz, mono. */
  readonly take: (pcm: Uint8Array) => Promise<Result<unknown>>
  readonly signal: AbortSignal
  /** How much of the sound is there, 0 to 1. */
  readonly onShare: (share: number) => void
}

/** The sound of a file. */
export interface Decoded {
  readonly samples: number
  /** The file announces more than there is. */
  readonly cut: boolean
  /** Nobody can be heard in it. */
  readonly silent: boolean
}

/** What a file announces more than it has, and is still whole. */
const roundingSamples = sampleRate / 2
/** A day of sound; what says that it is longer is no recording of a meeting. */
const maxSamples = 24 * 3_600 * sampleRate

/**
 * Lets the page decode a file. Errors: those of the page and of `take`, `import-too-long`,
 * `cancelled`, and what the disk says.
 */
export function decodeFile(job: DecodeJob): Promise<Result<Decoded>> {
  const { port, signal, size } = job
  let totalSamples = 0
  let samples = 0
  let silent = true
  return runPageJob<Decoded>({
    port,
    signal,
    begin: { type: 'decode', size },
    read: (start, end) => readBytes(job, start, end),
    answer: async (message) => {
      switch (message.type) {
        case 'length':
          totalSamples = message.seconds * sampleRate
          return null
        case 'pcm': {
          const pcm = new Uint8Array(message.pcm)
          if (pcm.length > maxMessageBytes || samples > maxSamples) return fail('import-too-long')
          silent &&= isSilent(pcm)
          samples += Math.floor(pcm.length / bytesPerSample)
          const taken = await job.take(pcm)
          if (!taken.ok) return taken
          if (totalSamples > 0) job.onShare(Math.min(1, samples / totalSamples))
          port.post({ type: 'taken' })
          return null
        }
        case 'done':
          return ok({ samples, silent, cut: totalSamples - samples > roundingSamples })
        case 'packed':
          return fail('import-damaged', 'an answer to another question')
      }
    },
  })
}

async function readBytes(
  { file, size }: DecodeJob,
  start: number,
  end: number,
): Promise<Uint8Array | null> {
  if (end > size) return null
  const bytes = new Uint8Array(end - start)
  let done = 0
  while (done < bytes.length) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, start + done)
    if (bytesRead === 0) return null
    done += bytesRead
  }
  return bytes
}
