import { ok, type Result } from '../../preload/errors'
import { sampleRate, type Gap } from '../../preload/model'
import type { Library } from '../library/library'
import { bytesPerSample } from '../library/wav-header'
import { readSound } from '../library/wav-read'
import type { JobMemory, Transcribe, Transcription } from '../pre-recorded'
import { cutBackMs, isSilent, quietestMs, type Stretch } from './plan'

/** The service takes no sound shorter than 160 ms. */
const shortestMs = 200

/** The sound of a piece, by gap; it ends at a quiet place where it is not the last one. */
export async function readPiece(
  meetingId: string,
  gaps: readonly Gap[],
  piece: Stretch & { readonly cut: boolean },
  library: Pick<Library, 'audioPath'>,
): Promise<Result<{ channels: Uint8Array[]; endMs: number; missing: ReadonlySet<Gap> }>> {
  const start = toSamples(piece.startMs)
  const channels: Uint8Array[] = []
  const missing = new Set<Gap>()
  for (const gap of gaps) {
    const path = library.audioPath(meetingId, gap.source)
    const sound = await readSound(path, start, toSamples(piece.endMs))
    if (!sound.ok) return sound
    channels.push(sound.value.pcm)
    if (sound.value.available <= toSamples(gap.startMs)) missing.add(gap)
  }
  if (!piece.cut) return ok({ channels, endMs: piece.endMs, missing })
  const backMs = Math.min(cutBackMs, (piece.endMs - piece.startMs) / 2)
  const from = toSamples(piece.endMs - backMs) - start
  const quietMs = quietestMs(channels.map((pcm) => pcm.subarray(from * bytesPerSample)))
  const endMs = Math.round(piece.endMs - backMs + quietMs)
  const length = (toSamples(endMs) - start) * bytesPerSample
  return ok({ channels: channels.map((pcm) => pcm.subarray(0, length)), endMs, missing })
}

/** The words of each channel; sound in which nobody can be heard is not sent anywhere. */
export async function hear(
  channels: readonly Uint8Array[],
  transcribe: Transcribe,
  signal: AbortSignal,
  memory?: JobMemory,
): Promise<Result<Transcription>> {
  const length = Math.max(...channels.map((pcm) => pcm.length))
  const isShort = length < toSamples(shortestMs) * bytesPerSample
  if (isShort || channels.every(isSilent)) {
    return ok({ channels: channels.map(() => []), language: null, timing: 'measured' })
  }
  return transcribe(channels, signal, memory)
}

function toSamples(ms: number): number {
  return Math.round((ms * sampleRate) / 1_000)
}
