import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sampleRate } from '../../preload/model'
import { fail, ok, type Result } from '../../preload/errors'
import { bytesPerSample, wavHeader, wavHeaderBytes } from './wav-header'

/** The part of a file that the writer uses. */
export interface WavFile {
  write(
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ bytesWritten: number }>
  datasync(): Promise<void>
  close(): Promise<void>
}

export interface WavWriter {
  /**
   * Takes sound that begins at `firstSample` of the time line. Silence stands for what is missing
   * before it; what overlaps with sound that was taken already is left out. Never fails: it is
   * kept in memory until a flush can write it.
   */
  write(firstSample: number, pcm: Uint8Array): void
  /**
   * Writes all that was taken, then the header. Gives the samples now in the file. `disk-full` or
   * `audio-write-failed`: nothing is lost, the next flush tries again.
   */
  flush(): Promise<Result<number>>
  /**
   * Flushes, forces the file to the disk and closes it. What it then did not take is lost, and so is
   * what is more than `roomBytes`.
   */
  close(roomBytes?: number): Promise<Result<number>>
  /** Samples taken, silence included: where the next sound is expected. */
  readonly taken: number
  /** Samples in the file. */
  readonly saved: number
  /** What is not in the file and will not be: the disk refused it for too long, or to the end. */
  readonly lost: readonly SampleRange[]
}

/** Samples of the time line; the end is exclusive. */
export interface SampleRange {
  readonly start: number
  readonly end: number
}

export interface WavOptions {
  /** Makes the file; an existing one is an error, since a recording never overwrites another. */
  open?: (path: string) => Promise<WavFile>
  /** How often the disk itself is asked for, in ms. */
  syncMs?: number
  /** How much sound waits in memory while the disk refuses, in samples. */
  maxWaiting?: number
  now?: () => number
}

/** Sound, or that many samples of silence. */
type Piece = { sound: Uint8Array; samples: number } | { sound: null; samples: number }

const blockBytes = 64 * 1024
const silence = Buffer.alloc(blockBytes)

/**
 * Writes one source of a meeting as 16 kHz mono s16.
 *
 * What survives what: every flush hands the bytes to the system, sound first and then the header,
 * so a killed process loses only what came after the last flush and leaves a valid file. fdatasync
 * is for power cuts; it can take long on a busy disk, so it runs beside the writing, never more
 * than one at a time, and every two seconds rather than with each flush.
 */
export function createWavWriter(path: string, options: WavOptions = {}): WavWriter {
  const { open: openFile = createFile, syncMs = 2_000, now = Date.now } = options
  const { maxWaiting = 10 * 60 * sampleRate } = options
  /** What is not in the file yet, oldest first; the first `inHand` pieces are being written. */
  const waiting: Piece[] = []
  let inHand = 0
  let soundWaiting = 0
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

  function take(piece: Piece): void {
    waiting.push(piece)
    taken += piece.samples
    if (piece.sound !== null) soundWaiting += piece.samples
    while (soundWaiting > maxWaiting) if (!forgetOldest()) break
  }

  function lose(start: number, end: number): void {
    if (end <= start) return
    const last = lost.at(-1)
    if (last !== undefined && last.end >= start) {
      lost[lost.length - 1] = { start: Math.min(last.start, start), end }
    } else lost.push({ start, end })
  }

  /** The oldest waiting sound becomes silence, so that what follows keeps its place. */
  function forgetOldest(): boolean {
    const index = waiting.findIndex(({ sound }, at) => at >= inHand && sound !== null)
    const oldest = waiting[index]
    if (!oldest) return false
    soundWaiting -= oldest.samples
    const start = waiting.slice(0, index).reduce((at, { samples }) => at + samples, saved)
    lose(start, start + oldest.samples)
    const before = index > inHand ? waiting[index - 1] : undefined
    if (before?.sound === null) {
      before.samples += oldest.samples
      waiting.splice(index, 1)
    } else {
      waiting[index] = { sound: null, samples: oldest.samples }
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

  async function writeSilence(target: WavFile, samples: number): Promise<void> {
    // In blocks: an hour of silence is 115 MB.
    const start = wavHeaderBytes + saved * bytesPerSample
    const end = start + samples * bytesPerSample
    for (let at = start; at < end; at += silence.length) {
      await writeAt(target, silence.subarray(0, Math.min(silence.length, end - at)), at)
    }
  }

  async function writeWaiting(target: WavFile): Promise<void> {
    while (waiting.length > 0) {
      const batch = nextBatch(waiting)
      const samples = batch.reduce((sum, piece) => sum + piece.samples, 0)
      const sound = batch.flatMap((piece) => (piece.sound === null ? [] : [piece.sound]))
      inHand = batch.length
      try {
        if (sound.length === 0) await writeSilence(target, samples)
        else await writeAt(target, Buffer.concat(sound), wavHeaderBytes + saved * bytesPerSample)
      } finally {
        inHand = 0
      }
      waiting.splice(0, batch.length)
      saved += samples
      if (sound.length > 0) soundWaiting -= samples
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

  /** Gives up the newest of what waits, so that the rest fits. */
  function cutTo(samples: number): void {
    let end = waiting.reduce((at, piece) => at + piece.samples, saved)
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
      if (firstSample > taken) take({ sound: null, samples: firstSample - taken })
      const known = taken - firstSample
      const samples = Math.floor(pcm.length / bytesPerSample) - known
      if (samples <= 0) return
      const start = known * bytesPerSample
      take({ sound: pcm.subarray(start, start + samples * bytesPerSample), samples })
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

/** The next silence, or the sound up to it: at most a block in one write. */
function nextBatch(waiting: readonly Piece[]): Piece[] {
  const batch: Piece[] = []
  let bytes = 0
  for (const piece of waiting) {
    if (piece.sound === null) return batch.length === 0 ? [piece] : batch
    if (batch.length > 0 && bytes + piece.sound.length > blockBytes) break
    batch.push(piece)
    bytes += piece.sound.length
  }
  return batch
}

async function createFile(path: string): Promise<WavFile> {
  await mkdir(dirname(path), { recursive: true })
  return open(path, 'wx')
}

/** `disk-full` or `audio-write-failed`. */
export function writeFailure(cause: unknown): Result<never> {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  const detail = cause instanceof Error ? cause.message : String(cause)
  return fail(code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'audio-write-failed', detail)
}
