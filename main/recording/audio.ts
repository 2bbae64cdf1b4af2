import { z } from 'zod'
import { audioChunkSchema, sampleRate, type AudioInfo, type Source } from '../../preload/model'
import { ok, type Result } from '../../preload/errors'
import { createLog } from '../log'
import { createWavWriter, type SampleRange, type WavOptions, type WavWriter } from '../library/wav'
import { bytesPerSample } from '../library/wav-header'

const log = createLog('recording-audio')

/** SECURITY: a page can neither hold main up with one message nor fill the disk with silence. */
const maxChunkBytes = 2 * sampleRate * bytesPerSample
const maxAheadSamples = 5 * sampleRate

const chunkSchema = audioChunkSchema.refine(
  ({ pcm }) =>
    pcm.byteLength > 0 && pcm.byteLength <= maxChunkBytes && pcm.byteLength % bytesPerSample === 0,
)

export interface HeardChunk {
  source: Source
  /** The sample after its last. */
  endSample: number
}

export interface LostSound extends SampleRange {
  readonly source: Source
}

/** The sound of one recording: a file for each source, made when its first chunk comes. */
export interface RecordingAudio {
  /** Takes one message of the audio port; null where it is not one. `nowSample`: the time line now. */
  accept(message: unknown, nowSample: number): HeardChunk | null
  /** Writes what was taken; the first failure of any source, else ok. */
  flush(): Promise<Result<undefined>>
  /** Ends the files; of what still waits, `roomBytes` are written and the rest is lost. */
  close(roomBytes?: number): Promise<Result<undefined>>
  /** What is in the files, by source. */
  infos(): AudioInfo[]
  /** What the disk refused for too long, by source. */
  lost(): LostSound[]
}

export function createRecordingAudio(
  pathOf: (source: Source) => string,
  options: WavOptions = {},
): RecordingAudio {
  const writers = new Map<Source, WavWriter>()
  let refused = 0

  function accept(message: unknown, nowSample: number): HeardChunk | null {
    const parsed = chunkSchema.safeParse(message)
    if (!parsed.success) return refuse(z.prettifyError(parsed.error))
    const { source, firstSample, pcm } = parsed.data
    let writer = writers.get(source)
    // Sound that follows what is there is right even where the clock of the computer was set back.
    const furthest = Math.max(nowSample, writer?.taken ?? 0) + maxAheadSamples
    if (firstSample > furthest) return refuse(`${source} at ${firstSample}, now ${nowSample}`)
    if (!writer) {
      writer = createWavWriter(pathOf(source), options)
      writers.set(source, writer)
    }
    writer.write(firstSample, new Uint8Array(pcm))
    return { source, endSample: firstSample + pcm.byteLength / bytesPerSample }
  }

  function refuse(why: string): null {
    refused += 1
    if (refused === 1) log.warn('audio message refused; further ones are not logged', { why })
    return null
  }

  async function all(work: (writer: WavWriter) => Promise<Result<number>>) {
    const results = await Promise.all([...writers.values()].map(work))
    return results.find((result) => !result.ok) ?? ok(undefined)
  }

  const asNothing = (result: Result<unknown>): Result<undefined> =>
    result.ok ? ok(undefined) : result

  return {
    accept,
    flush: async () => asNothing(await all((writer) => writer.flush())),
    close: async (roomBytes = Infinity) => {
      const each = roomBytes / writers.size
      return asNothing(await all((writer) => writer.close(each)))
    },
    infos: () => [...writers].map(([source, { saved }]) => ({ source, samples: saved })),
    lost: () =>
      [...writers].flatMap(([source, writer]) =>
        writer.lost.map((range) => ({ source, ...range })),
      ),
  }
}
