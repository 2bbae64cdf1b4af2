import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { monotonicNow } from '../../common/clock'
import { sampleRate } from '../../common/model'
import { fail, ok, type Result } from '../../common/errors'
import type { SampleRange } from '../../common/time'
import { bytesPerSample, wavHeader, wavHeaderBytes } from './wav-header'

/** The file operations that the writer uses; a FileHandle of Node has them. */
export interface WavFile {
  write(
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ bytesWritten: number }>
  truncate(length: number): Promise<void>
  datasync(): Promise<void>
  close(): Promise<void>
}

export interface WavWriter {
  /**
   * Adds samples that start at `firstSample` of the time line. A gap before them becomes silence;
   * samples that were added before are ignored. Never fails: the samples stay in memory until a
   * flush can write them.
   */
  write(firstSample: number, pcm: Uint8Array): void
  /**
   * Writes everything that was added, then the header. Returns the number of samples in the file.
   * After `disk-full` or `audio-write-failed` nothing is lost: the next flush tries again.
   */
  flush(): Promise<Result<number>>
  /**
   * Flushes, syncs and closes the file. What cannot be written is lost, and so is what exceeds
   * `roomBytes`.
   */
  close(roomBytes?: number): Promise<Result<number>>
  /** Samples that were added, silence included; the next samples are expected here. */
  readonly taken: number
  /** Samples in the file. */
  readonly saved: number
  /** Samples that are lost, because the disk refused them for too long or until the end. */
  readonly lost: readonly SampleRange[]
}

export interface WavOptions {
  /** Creates the file; an existing file is an error, since no recording overwrites another. */
  open?: (path: string) => Promise<WavFile>
  /** The time between two syncs, in ms. */
  syncMs?: number
  /** How many samples wait in memory while the disk refuses them. */
  maxWaiting?: number
  /** Milliseconds of a monotonic clock. */
  now?: () => number
}

/** Samples as PCM, or a number of samples of silence. */
type Chunk = { pcm: Uint8Array; samples: number } | { pcm: null; samples: number }

const blockBytes = 64 * 1024

/**
 * Writes one source of a meeting as 16 kHz mono s16.
 *
 * Each flush hands the bytes to the system, samples first and then the header, so a killed process
 * loses only what came after the last flush and leaves a valid file. fdatasync protects against
 * power cuts. It can take long on a busy disk, so it runs in the background, one at a time, and
 * every two seconds instead of with each flush.
 */
export function createWavWriter(path: string, options: WavOptions = {}): WavWriter {
  const { open: openFile = createFile, syncMs = 2_000, now = monotonicNow } = options
  const { maxWaiting = 10 * 60 * sampleRate } = options
  /** What is not in the file yet, oldest first; the first `inProgress` chunks are being written. */
  const waiting: Chunk[] = []
  let inProgress = 0
  let samplesWaiting = 0
  let file: WavFile | null = null
  let closing: Promise<Result<number>> | null = null
  let taken = 0
  let saved = 0
  const lost: SampleRange[] = []
  let headerSays = -1
  let lastSync = now()
  let syncing: Promise<void> | null = null
  let syncError: unknown = null
  let queue: Promise<unknown> = Promise.resolve()

  function take(chunk: Chunk): void {
    waiting.push(chunk)
    taken += chunk.samples
    if (chunk.pcm !== null) samplesWaiting += chunk.samples
    while (samplesWaiting > maxWaiting) if (!forgetOldest()) break
  }

  function lose(start: number, end: number): void {
    if (end <= start) return
    const last = lost.at(-1)
    if (last !== undefined && last.end >= start) {
      lost[lost.length - 1] = { start: Math.min(last.start, start), end }
    } else lost.push({ start, end })
  }

  /** Replaces the oldest waiting samples with silence, so that the later ones keep their position. */
  function forgetOldest(): boolean {
    const index = waiting.findIndex(({ pcm }, at) => at >= inProgress && pcm !== null)
    const oldest = waiting[index]
    if (!oldest) return false
    samplesWaiting -= oldest.samples
    const start = waiting.slice(0, index).reduce((at, { samples }) => at + samples, saved)
    lose(start, start + oldest.samples)
    const before = index > inProgress ? waiting[index - 1] : undefined
    if (before?.pcm === null) {
      before.samples += oldest.samples
      waiting.splice(index, 1)
    } else {
      waiting[index] = { pcm: null, samples: oldest.samples }
    }
    return true
  }

  async function writeAt(target: WavFile, bytes: Uint8Array, position: number): Promise<void> {
    let done = 0
    while (done < bytes.length) {
      const { bytesWritten } = await target.write(bytes, done, bytes.length - done, position + done)
      if (bytesWritten === 0) throw new Error('Nothing was written.')
      done += bytesWritten
    }
  }

  /** A hole in the file, which takes no room: the silence of a night asleep would be 0.9 GB. */
  async function writeSilence(target: WavFile, samples: number): Promise<void> {
    const start = wavHeaderBytes + saved * bytesPerSample
    // A write that a full disk broke off may have left samples here.
    await target.truncate(start)
    await target.truncate(start + samples * bytesPerSample)
  }

  async function writeWaiting(target: WavFile): Promise<void> {
    while (waiting.length > 0) {
      const batch = nextBatch(waiting)
      const samples = batch.reduce((sum, chunk) => sum + chunk.samples, 0)
      const blocks = batch.flatMap((chunk) => (chunk.pcm === null ? [] : [chunk.pcm]))
      inProgress = batch.length
      try {
        if (blocks.length === 0) await writeSilence(target, samples)
        else await writeAt(target, Buffer.concat(blocks), wavHeaderBytes + saved * bytesPerSample)
      } finally {
        inProgress = 0
      }
      waiting.splice(0, batch.length)
      saved += samples
      if (blocks.length > 0) samplesWaiting -= samples
    }
  }

  async function flushNow(): Promise<Result<number>> {
    try {
      file ??= await openFile(path)
      if (headerSays < 0) await writeHeader(file)
      await writeWaiting(file)
      if (headerSays !== saved) await writeHeader(file)
      if (syncError !== null) {
        const cause = syncError
        syncError = null
        return writeFailure(cause)
      }
      if (syncing === null && now() - lastSync >= syncMs) startSync(file)
      return ok(saved)
    } catch (cause) {
      return writeFailure(cause)
    }
  }

  async function writeHeader(target: WavFile): Promise<void> {
    await writeAt(target, wavHeader(saved), 0)
    headerSays = saved
  }

  function startSync(target: WavFile): void {
    lastSync = now()
    syncing = target
      .datasync()
      .catch((cause: unknown) => {
        syncError = cause
      })
      .finally(() => {
        syncing = null
      })
  }

  /** Drops the newest waiting samples so that the rest fits into the file. */
  function cutTo(samples: number): void {
    let end = waiting.reduce((at, chunk) => at + chunk.samples, saved)
    const fits = saved + Math.max(0, samples)
    while (end > fits) end -= waiting.pop()?.samples ?? end
    lose(end, taken)
  }

  async function closeNow(roomBytes: number): Promise<Result<number>> {
    cutTo(Math.floor(roomBytes / bytesPerSample))
    const flushed = await flushNow()
    if (!flushed.ok) lose(saved, taken)
    if (file === null) return flushed
    try {
      await syncing
      await file.datasync()
      return flushed
    } catch (cause) {
      return flushed.ok ? writeFailure(cause) : flushed
    } finally {
      await file.close()
      file = null
    }
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work)
    queue = result.catch(() => undefined)
    return result
  }

  return {
    write: (firstSample, pcm) => {
      if (closing !== null) return
      if (firstSample > taken) take({ pcm: null, samples: firstSample - taken })
      const known = taken - firstSample
      const samples = Math.floor(pcm.length / bytesPerSample) - known
      if (samples <= 0) return
      const start = known * bytesPerSample
      take({ pcm: pcm.subarray(start, start + samples * bytesPerSample), samples })
    },
    flush: () => inTurn(flushNow),
    close: (roomBytes = Infinity) => (closing ??= inTurn(() => closeNow(roomBytes))),
    get taken() {
      return taken
    },
    get saved() {
      return saved
    },
    get lost() {
      return lost
    },
  }
}

/** The chunks for the next write: one silence, or samples up to the size of a block. */
function nextBatch(waiting: readonly Chunk[]): Chunk[] {
  const batch: Chunk[] = []
  let bytes = 0
  for (const chunk of waiting) {
    if (chunk.pcm === null) return batch.length === 0 ? [chunk] : batch
    if (batch.length > 0 && bytes + chunk.pcm.length > blockBytes) break
    batch.push(chunk)
    bytes += chunk.pcm.length
  }
  return batch
}

async function createFile(path: string): Promise<WavFile> {
  await mkdir(dirname(path), { recursive: true })
  return open(path, 'wx')
}

/** Returns `disk-full` or `audio-write-failed`. */
export function writeFailure(cause: unknown): Result<never> {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  const detail = cause instanceof Error ? cause.message : String(cause)
  return fail(code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'audio-write-failed', detail)
}
