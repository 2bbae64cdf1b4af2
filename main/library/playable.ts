import { open, type FileHandle } from 'node:fs/promises'
import { bytesPerSample, wavHeader, wavHeaderBytes } from './wav-header'

/** The sound of a meeting as a player reads it: the bytes of one file, whatever lies behind. */
export interface Playable {
  readonly contentType: string
  readonly size: number
  /** Bytes from `start`: at most `count`, and none at the end only. */
  read(start: number, count: number): Promise<Uint8Array>
  close(): Promise<void>
}

interface SourceFile {
  readonly handle: FileHandle
  readonly samples: number
}

/**
 * Opens the sources of a meeting as one WAV in which all are heard: each sample is the sum of
 * theirs, made as it is read, so that any place is as near as any other. Null where no source has
 * a file. The length is that of the files at this moment, also while they are still written.
 */
export async function openMix(paths: readonly string[]): Promise<Playable | null> {
  const opened = await Promise.all(paths.map(openSource))
  const sources = opened.filter((source) => source !== null)
  if (sources.length === 0) return null
  const samples = Math.max(...sources.map((source) => source.samples))
  const header = wavHeader(samples)
  return {
    contentType: 'audio/wav',
    size: wavHeaderBytes + samples * bytesPerSample,
    read: async (start, count) => {
      if (start < wavHeaderBytes) return header.subarray(start, start + count)
      const from = start - wavHeaderBytes
      // Whole samples only are mixed; a range may begin and end within one.
      const first = Math.floor(from / bytesPerSample)
      const last = Math.min(samples, Math.ceil((from + count) / bytesPerSample))
      const mixed = await mix(sources, first, last)
      const skip = from - first * bytesPerSample
      return new Uint8Array(mixed.buffer).subarray(skip, skip + count)
    },
    close: async () => {
      await Promise.all(sources.map(({ handle }) => handle.close()))
    },
  }
}

/** Opens one file as it is; null where it cannot be read. */
export async function openFile(path: string, contentType: string): Promise<Playable | null> {
  try {
    const handle = await open(path, 'r')
    const { size } = await handle.stat()
    return {
      contentType,
      size,
      read: async (start, count) => {
        const bytes = new Uint8Array(Math.max(0, Math.min(count, size - start)))
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, start)
        return bytes.subarray(0, bytesRead)
      },
      close: () => handle.close(),
    }
  } catch {
    // Not there, or not readable: for a player both are "no sound".
    return null
  }
}

async function openSource(path: string): Promise<SourceFile | null> {
  try {
    const handle = await open(path, 'r')
    const { size } = await handle.stat()
    return { handle, samples: Math.floor(Math.max(0, size - wavHeaderBytes) / bytesPerSample) }
  } catch {
    // Not there, or not readable: for a player both are "no sound".
    return null
  }
}

/** The sum of the samples from `first` to `last` (exclusive), held to full scale. */
async function mix(
  sources: readonly SourceFile[],
  first: number,
  last: number,
): Promise<Int16Array<ArrayBuffer>> {
  const parts = await Promise.all(sources.map((source) => samplesOf(source, first, last)))
  const [sum, ...others] = parts
  if (sum === undefined) return new Int16Array(0)
  for (const other of others) {
    for (let index = 0; index < other.length; index++) {
      const value = (sum[index] ?? 0) + (other[index] ?? 0)
      sum[index] = value > 32_767 ? 32_767 : value < -32_768 ? -32_768 : value
    }
  }
  return sum
}

/** Little-endian in the file and on every processor that the app runs on; silence past the end. */
async function samplesOf(
  { handle, samples }: SourceFile,
  first: number,
  last: number,
): Promise<Int16Array<ArrayBuffer>> {
  const found = new Int16Array(Math.max(0, last - first))
  const there = Math.max(0, Math.min(last, samples) - first) * bytesPerSample
  const bytes = new Uint8Array(found.buffer, 0, there)
  for (let done = 0; done < there;) {
    const position = wavHeaderBytes + first * bytesPerSample + done
    const { bytesRead } = await handle.read(bytes, done, there - done, position)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return found
}
