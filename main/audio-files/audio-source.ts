import { open, type FileHandle } from 'node:fs/promises'
import { bytesPerSample, wavHeader, wavHeaderBytes } from './wav-header'

/** The audio of a meeting as a player reads it: the bytes of one file, whether or not it exists. */
export interface AudioSource {
  readonly contentType: string
  readonly size: number
  /** Reads at most `count` bytes from `start`. Returns an empty array only at the end. */
  read(start: number, count: number): Promise<Uint8Array>
  close(): Promise<void>
}

interface SourceFile {
  readonly handle: FileHandle
  readonly samples: number
}

/**
 * Opens the sources of a meeting as one mixed WAV. The samples are added up while they are read, so
 * a seek costs nothing. Returns null if no source has a file. The length is that of the files at
 * this moment, even if they are still being written.
 */
export async function openMix(paths: readonly string[]): Promise<AudioSource | null> {
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
      // A byte range may start or end inside a sample, but only whole samples can be mixed.
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

/** Opens one file as it is. Returns null if it cannot be read. */
export async function openFile(path: string, contentType: string): Promise<AudioSource | null> {
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
    // For a player, a missing file and an unreadable file are both "no audio".
    return null
  }
}

async function openSource(path: string): Promise<SourceFile | null> {
  try {
    const handle = await open(path, 'r')
    const { size } = await handle.stat()
    return { handle, samples: Math.floor(Math.max(0, size - wavHeaderBytes) / bytesPerSample) }
  } catch {
    // For a player, a missing file and an unreadable file are both "no audio".
    return null
  }
}

/** Adds up the samples from `first` to `last` (exclusive) and clips the sum to full scale. */
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

/**
 * Reads samples; those past the end are silence. The bytes need no swapping: the file and every
 * processor that the app runs on are little-endian.
 */
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
