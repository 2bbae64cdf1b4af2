import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs'
import { fail, ok, type Result } from '../../common/errors'
import { bytesPerSample, isOwnHeader, wavHeader, wavHeaderBytes } from './wav-header'

/**
 * Repairs a WAV that was cut off while it was written: the header gets the size of the data, and
 * half a sample at the end is removed. Returns the number of samples. `audio-write-failed` if the
 * file cannot be opened, or is not a recording of this app; it is not changed then.
 */
export function repairWav(path: string): Result<number> {
  let file: number | null = null
  try {
    file = openSync(path, 'r+')
    const { size } = fstatSync(file)
    const found = Buffer.alloc(Math.min(size, wavHeaderBytes))
    readSync(file, found, 0, found.length, 0)
    // After a power cut a file can have its full length, but zeros in its first block.
    const blank = found.every((byte) => byte === 0)
    if (size >= wavHeaderBytes && !blank && !isOwnHeader(found)) {
      return fail('audio-write-failed', 'The file does not begin with the header of a recording.')
    }
    const samples = Math.floor(Math.max(0, size - wavHeaderBytes) / bytesPerSample)
    const header = wavHeader(samples)
    const wantedSize = wavHeaderBytes + samples * bytesPerSample
    if (size > wantedSize) ftruncateSync(file, wantedSize)
    if (!header.equals(found)) {
      writeSync(file, header, 0, header.length, 0)
      fsyncSync(file)
    }
    return ok(samples)
  } catch (cause) {
    return fail('audio-write-failed', cause instanceof Error ? cause.message : String(cause))
  } finally {
    if (file !== null) closeSync(file)
  }
}
