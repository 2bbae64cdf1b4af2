import { open, type FileHandle } from 'node:fs/promises'
import { fail, ok, type Result } from '../../common/errors'
import { bytesPerSample, wavHeaderBytes } from './wav-header'

/** Sound of one source: little-endian s16 at 16 kHz, mono. */
export interface SampleBlock {
  readonly pcm: Uint8Array
  /** Samples that the file has by now, which may be fewer than were asked for. */
  readonly available: number
}

/**
 * Reads the samples from `start` to `end` (exclusive) of a recording's WAV, also while it is being
 * written: what counts is what is in the file, not what its header says. What lies beyond the end
 * is left out. A file that is not there has no samples; `audio-read-failed` for anything else.
 */
export async function readSamples(
  path: string,
  start: number,
  end: number,
): Promise<Result<SampleBlock>> {
  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch (cause) {
    if (isMissing(cause)) return ok({ pcm: new Uint8Array(0), available: 0 })
    return failure(cause)
  }
  try {
    const { size } = await file.stat()
    const available = Math.floor(Math.max(0, size - wavHeaderBytes) / bytesPerSample)
    const count = Math.max(0, Math.min(end, available) - Math.max(0, start))
    const pcm = new Uint8Array(count * bytesPerSample)
    const position = wavHeaderBytes + Math.max(0, start) * bytesPerSample
    let done = 0
    while (done < pcm.length) {
      const { bytesRead } = await file.read(pcm, done, pcm.length - done, position + done)
      if (bytesRead === 0) break
      done += bytesRead
    }
    return ok({ pcm: pcm.subarray(0, done - (done % bytesPerSample)), available })
  } catch (cause) {
    return failure(cause)
  } finally {
    await file.close()
  }
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
}

function failure(cause: unknown): Result<never> {
  return fail('audio-read-failed', cause instanceof Error ? cause.message : String(cause))
}
