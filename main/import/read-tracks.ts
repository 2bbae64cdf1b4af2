import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../common/errors'
import {
  createWavWriter,
  decodeFile,
  type ImporterPort,
  readSamples,
  type WavWriter,
  writeFailure,
} from '../audio-files'
import type { OpenedFile } from './file-check'
import { tracksToKeep, type ReadTrack } from './track-choice'

export interface ReadTracksOptions {
  readonly file: OpenedFile
  readonly name: string
  /** The folder for the WAV files of the tracks; the caller removes it. */
  readonly folder: string
  readonly openPage: () => ImporterPort
  readonly signal: AbortSignal
  /** How much of the audio has been read, 0 to 1. */
  readonly onShare: (share: number) => void
}

/** The tracks of a file that are transcribed, as WAV files. */
export interface ReadTracks {
  readonly tracks: readonly { readonly path: string; readonly samples: number }[]
  readonly tags: readonly (readonly [key: string, value: string])[]
  /** The file announces more than it contains. */
  readonly cut: boolean
  /** The codecs of tracks that could not be decoded. */
  readonly unreadable: readonly string[]
}

/** Decodes a file. Errors: those of `decodeFile`, `import-silent`, and what the disk refuses. */
export async function readTracks(options: ReadTracksOptions): Promise<Result<ReadTracks>> {
  const { file, name, folder, openPage, signal, onShare } = options
  const pathOf = (track: number) => join(folder, `${track}.wav`)
  const writers = new Map<number, WavWriter>()

  function writerOf(track: number): WavWriter {
    const found = writers.get(track) ?? createWavWriter(pathOf(track))
    writers.set(track, found)
    return found
  }
  async function closeAll(): Promise<Result<undefined>> {
    const closed = await Promise.all([...writers.values()].map((writer) => writer.close()))
    writers.clear()
    return closed.find((result) => !result.ok) ?? ok(undefined)
  }

  const decoded = await decodeFile({
    file: file.handle,
    size: file.size,
    name,
    level: true,
    port: openPage(),
    signal,
    onShare,
    take: async (pcm, track) => {
      const made = writers.size === 0 ? await makeFolder(folder) : ok(undefined)
      if (!made.ok) return made
      const writer = writerOf(track)
      writer.write(writer.taken, pcm)
      return writer.flush()
    },
    restart: async () => {
      const closed = await closeAll()
      await rm(folder, { recursive: true, force: true })
      return closed
    },
  })
  const closed = await closeAll()
  if (!decoded.ok) return decoded
  if (!closed.ok) return closed
  const { tracks, tags, cut, unreadable } = decoded.value
  const kept = await tracksToKeep(tracks, readTrackOf(pathOf))
  if (kept.length === 0) return fail('import-silent')
  return ok({
    tracks: kept.map((track) => ({ path: pathOf(track), samples: tracks[track]?.samples ?? 0 })),
    tags,
    cut,
    unreadable,
  })
}

async function makeFolder(folder: string): Promise<Result<undefined>> {
  try {
    await mkdir(folder, { recursive: true })
    return ok(undefined)
  } catch (cause) {
    return writeFailure(cause)
  }
}

function readTrackOf(pathOf: (track: number) => string): ReadTrack {
  return async (track, firstSample, count) => {
    const read = await readSamples(pathOf(track), firstSample, firstSample + count)
    return read.ok ? new Int16Array(read.value.pcm.slice().buffer) : new Int16Array(0)
  }
}
