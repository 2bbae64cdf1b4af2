import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs'
import { fail, ok, type Result } from '../../preload/errors'
import { bytesPerSample, isOwnHeader, wavHeader, wavHeaderBytes } from './wav-header'

/**
 * Mends a WAV whose writing was cut off anywhere: the header comes to say what is there, half a
 * sample at the end is cut. Gives the number of samples. `audio-write-failed` where the file
 * cannot be opened or begins with something that is not ours, which is then left alone.
 */
export function repairWav(path: string): Result<number> {
  let file: number | null = null
  try {
    file = openSync(path, 'r+')
    const { size } = fstatSync(file)
    const found = Buffer.alloc(Math.min(size, wavHeaderBytes))
    readSync(file, found, 0, found.length, 0)
    // After a power cut a file can have its length and only zeros where its first block was.
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
