import { z } from 'zod'
import { fail, ok, type Result } from '../../common/errors'
import { audioChunkSchema } from '../../common/schemas'
import { sampleRate, type AudioInfo, type Gap, type Source } from '../../common/model'
import { msToSamples, samplesToMs } from '../../common/time'
import { bytesPerSample, createWavWriter, type WavOptions, type WavWriter } from '../audio-files'
import { createLog } from '../platform'
import type { Disk } from './disk'
import type { ReceivedChunk } from './recorder-run'

const log = createLog('audio-writer')

/** SECURITY: a page can neither block main with one message nor fill the disk with silence. */
const maxChunkBytes = 2 * sampleRate * bytesPerSample
const maxAheadSamples = 5 * sampleRate

/** Disk space that the audio leaves free at the end, in bytes: the text and its gaps need it. */
const roomForText = 2 * 1024 * 1024

const chunkSchema = audioChunkSchema.refine(
  ({ pcm }) =>
    pcm.byteLength > 0 && pcm.byteLength <= maxChunkBytes && pcm.byteLength % bytesPerSample === 0,
)

/** Writes the audio of one recording: a file for each source, created when its first chunk arrives. */
export interface AudioWriter {
  /** Takes one message of the audio port; null if it is refused. */
  accept(message: unknown): ReceivedChunk | null
  /** Writes the accepted audio. While the disk is full, it waits in memory. */
  flush(): Promise<void>
  /** Closes the files, with everything that still fits on the disk; the rest is lost. */
  close(): Promise<void>
  /** How many samples are in the files, by source. */
  infos(): AudioInfo[]
  /** Returns a gap for each range that the disk refused for too long. A growing one keeps its id. */
  lostGaps(): Gap[]
  /** How long ago audio was last written, in ms; null before the first time. */
  savedAgeMs(): number | null
}

export interface AudioWriterOptions {
  readonly pathOf: (source: Source) => string
  readonly disk: Pick<Disk, 'check' | 'hasRoomForSound' | 'report' | 'keepReserve'>
  readonly wav?: WavOptions
  /** The current time on the time line, in ms. */
  readonly elapsedMs: () => number
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number
}

export function createAudioWriter(options: AudioWriterOptions): AudioWriter {
  const { pathOf, disk, wav, elapsedMs, now } = options
  const writers = new Map<Source, WavWriter>()
  let refused = 0
  let isDiskFull = false
  let isClosing = false
  let savedAt: number | null = null

  function refuse(why: string): null {
    refused += 1
    if (refused === 1) log.warn('audio message refused; further ones are not logged', { why })
    return null
  }

  function accept(message: unknown): ReceivedChunk | null {
    const parsed = chunkSchema.safeParse(message)
    if (!parsed.success) return refuse(z.prettifyError(parsed.error))
    const { source, firstSample, pcm } = parsed.data
    let writer = writers.get(source)
    const isFirst = writer === undefined
    const nowSample = msToSamples(elapsedMs())
    const furthest = Math.max(nowSample, writer?.taken ?? 0) + maxAheadSamples
    if (firstSample > furthest) return refuse(`${source} at ${firstSample}, now ${nowSample}`)
    if (!writer) {
      writer = createWavWriter(pathOf(source), wav)
      writers.set(source, writer)
    }
    writer.write(firstSample, new Uint8Array(pcm))
    // The first sound is on the disk at once.
    if (isFirst) void flush()
    return { source, endSample: firstSample + pcm.byteLength / bytesPerSample }
  }

  /** Returns the first failure of any source, or ok. */
  async function withAll(work: (writer: WavWriter) => Promise<Result<number>>) {
    const results = await Promise.all([...writers.values()].map(work))
    return results.find((result) => !result.ok) ?? ok(undefined)
  }

  function lostGaps(): Gap[] {
    return [...writers].flatMap(([source, writer]) =>
      writer.lost.map(({ start, end }) => ({
        id: `disk-full-${source}-${start}`,
        source,
        startMs: samplesToMs(start),
        endMs: samplesToMs(end),
        reason: 'disk-full' as const,
        sound: false,
        filled: false,
      })),
    )
  }

  async function flush(): Promise<void> {
    if (isDiskFull && !(await disk.hasRoomForSound())) return
    // A flush after the end would try to create the file again.
    if (isClosing) return
    const flushed = await withAll((writer) => writer.flush())
    if (flushed.ok && writers.size > 0) savedAt = now()
    const wasFull = isDiskFull
    isDiskFull = disk.report('audio', flushed)
    if (wasFull && !isDiskFull) disk.keepReserve()
  }

  async function close(): Promise<void> {
    isClosing = true
    const freeBytes = isDiskFull ? await disk.check() : null
    const each = freeBytes === null ? Infinity : (freeBytes - roomForText) / writers.size
    const closed = await withAll((writer) => writer.close(each))
    disk.report('audio', closed.ok && lostGaps().length > 0 ? fail('disk-full') : closed)
  }

  return {
    accept,
    flush,
    close,
    infos: () => [...writers].map(([source, { saved }]) => ({ source, samples: saved })),
    lostGaps,
    savedAgeMs: () => (savedAt === null ? null : Math.max(0, Math.round(now() - savedAt))),
  }
}
