import type { FileHandle } from 'node:fs/promises'
import { fail, ok, type Result } from '../../common/errors'
import { sampleRate } from '../../common/model'
import { runPageJob, type ImporterPort } from './page-job'
import { createTrackLevels, type TrackLevels } from './track-levels'

export interface DecodeJob {
  readonly file: Pick<FileHandle, 'read'>
  readonly size: number
  /** The file's name, whose extension helps to recognise its format. */
  readonly name: string
  /** Whether faint or too loud audio is normalised. */
  readonly level: boolean
  readonly port: ImporterPort
  /** Takes the audio of a track, in order: little-endian s16 at 16 kHz, mono. */
  readonly take: (pcm: Uint8Array, track: number) => Promise<Result<unknown>>
  /** All audio so far is void: it follows again. */
  readonly restart: () => Promise<Result<unknown>>
  readonly signal: AbortSignal
  /** How much of the audio has been read, 0 to 1. */
  readonly onShare: (share: number) => void
}

/** The audio of a file. */
export interface Decoded {
  /** The tracks, in the order of the file. */
  readonly tracks: readonly TrackLevels[]
  /** The codecs of tracks that cannot be decoded. */
  readonly unreadable: readonly string[]
  readonly tags: readonly (readonly [key: string, value: string])[]
  /** The file announces more than it contains. */
  readonly cut: boolean
}

/** A day of audio; a longer file is no recording of a meeting. */
const maxSamples = 24 * 3_600 * sampleRate
/** Ten seconds of audio are sent at once. */
const maxPcmBytes = 1024 * 1024

/**
 * Lets the page decode a file. Errors: those of the page and of `take`, `import-too-long`,
 * `cancelled`, and what the disk says.
 */
export function decodeFile(job: DecodeJob): Promise<Result<Decoded>> {
  const { port, signal, size, name, level } = job
  let found: Omit<Decoded, 'tracks' | 'cut'> | null = null
  let levels: TrackLevels[] = []
  let longestSamples = 0
  const end = (cut: boolean) =>
    found === null ? noFacts : ok<Decoded>({ ...found, tracks: levels, cut })
  return runPageJob<Decoded>({
    port,
    signal,
    begin: { type: 'decode', size, name, level },
    read: (start, end) => readBytes(job, start, end),
    answer: async (message) => {
      switch (message.type) {
        case 'facts':
          found = { unreadable: message.unreadable, tags: message.tags }
          levels = message.tracks.map(createTrackLevels)
          longestSamples =
            sampleRate * Math.max(...message.tracks.map(({ seconds }) => seconds ?? 0))
          return null
        case 'pcm': {
          const pcm = new Uint8Array(message.pcm)
          const track = levels[message.track]
          if (!track) return noFacts
          if (pcm.length > maxPcmBytes || track.samples > maxSamples) return fail('import-too-long')
          track.add(pcm)
          const taken = await job.take(pcm, message.track)
          if (!taken.ok) return taken
          if (longestSamples > 0) job.onShare(Math.min(1, track.samples / longestSamples))
          port.post({ type: 'taken' })
          return null
        }
        case 'restart': {
          levels = levels.map(createTrackLevels)
          const restarted = await job.restart()
          if (!restarted.ok) return restarted
          port.post({ type: 'taken' })
          return null
        }
        case 'done':
          return end(message.cut)
        case 'packed':
          return fail('import-damaged', 'an answer to another question')
      }
    },
  })
}

const noFacts = fail('import-damaged', 'no facts before the sound')

async function readBytes(
  { file, size }: DecodeJob,
  start: number,
  end: number,
): Promise<Uint8Array | null> {
  if (end > size) return null
  const bytes = new Uint8Array(end - start)
  let done = 0
  while (done < bytes.length) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, start + done)
    if (bytesRead === 0) return null
    done += bytesRead
  }
  return bytes
}
