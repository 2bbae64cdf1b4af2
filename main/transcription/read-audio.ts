import { ok, type Result } from '../../common/errors'
import type { Gap } from '../../common/model'
import { msToSamples, type Range } from '../../common/time'
import type { Library } from '../library'
import { bytesPerSample, isSilent, readSamples } from '../audio-files'
import type { Transcription } from '../../common/transcription'
import type { JobRecord, Transcribe } from '../service'
import { cutBackMs, quietestMs } from './chunking'

/** The service rejects audio shorter than 160 ms. */
const shortestMs = 200

/** The audio of a chunk, one channel per gap. */
export interface ChunkAudio {
  readonly channels: Uint8Array[]
  readonly endMs: number
  /** The gaps whose audio is not in the files. */
  readonly missing: ReadonlySet<Gap>
}

/** Reads the audio of a chunk; a chunk with `cut` ends at a quiet place. */
export async function readChunk(
  { meetingId, gaps }: { readonly meetingId: string; readonly gaps: readonly Gap[] },
  chunk: Range & { readonly cut: boolean },
  library: Pick<Library, 'audioPath'>,
): Promise<Result<ChunkAudio>> {
  const start = msToSamples(chunk.startMs)
  const channels: Uint8Array[] = []
  const missing = new Set<Gap>()
  for (const gap of gaps) {
    const path = library.audioPath(meetingId, gap.source)
    const audio = await readSamples(path, start, msToSamples(chunk.endMs))
    if (!audio.ok) return audio
    channels.push(audio.value.pcm)
    if (audio.value.available <= msToSamples(gap.startMs)) missing.add(gap)
  }
  if (!chunk.cut) return ok({ channels, endMs: chunk.endMs, missing })
  const backMs = Math.min(cutBackMs, (chunk.endMs - chunk.startMs) / 2)
  const from = msToSamples(chunk.endMs - backMs) - start
  const quietMs = quietestMs(channels.map((pcm) => pcm.subarray(from * bytesPerSample)))
  const endMs = Math.round(chunk.endMs - backMs + quietMs)
  const length = (msToSamples(endMs) - start) * bytesPerSample
  return ok({ channels: channels.map((pcm) => pcm.subarray(0, length)), endMs, missing })
}

/** Transcribes the channels; silent audio is not sent to any engine. */
export function transcribeUnlessSilent(
  channels: readonly Uint8Array[],
  transcribe: Transcribe,
  { signal, record }: { readonly signal: AbortSignal; readonly record: JobRecord },
): Promise<Result<Transcription>> {
  const length = Math.max(...channels.map((pcm) => pcm.length))
  const isShort = length < msToSamples(shortestMs) * bytesPerSample
  if (record.known === null && (isShort || channels.every(isSilent))) {
    const silent = ok({
      channels: channels.map(() => []),
      language: null,
      timing: 'measured',
    } as const)
    return Promise.resolve(silent)
  }
  return transcribe(channels, signal, record)
}
