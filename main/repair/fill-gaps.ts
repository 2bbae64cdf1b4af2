import { fail, ok, type Result } from '../../preload/errors'
import { sampleRate, type Gap } from '../../preload/model'
import type { Library } from '../library/library'
import { bytesPerSample } from '../library/wav-header'
import { readSound } from '../library/wav-read'
import { createLog } from '../log'
import type { JobMemory, Transcribe, Transcription } from '../pre-recorded'
import type { Broadcast } from '../recording/transcript'
import { fillOf } from './fill'
import { around, cutBackMs, isSilent, nextPiece, quietestMs, stretchOf, type Stretch } from './plan'

const log = createLog('repair')

export interface FillContext {
  readonly library: Library
  readonly transcribe: Transcribe
  /** The longest sound of one job. */
  readonly pieceMs: number
  readonly broadcast: Broadcast
  readonly now: () => number
  readonly signal: AbortSignal
}

/** The service takes no sound shorter than 160 ms. */
const shortestMs = 200

/**
 * Fills these gaps of one meeting, which overlap and are of a source each, piece by piece; each
 * piece is stored and shown as it comes. Gives the number of words.
 */
export async function fillGaps(
  meetingId: string,
  gaps: readonly Gap[],
  context: FillContext,
): Promise<Result<number>> {
  const { library, signal } = context
  const known = library.original(meetingId)
  if (!known.ok) return known
  let rest = around(gaps.map((gap) => stretchOf(gap, known.value.turns)))
  let words = 0
  const gapIds = gaps.map(({ id }) => id)
  for (;;) {
    const job = library.jobs.find(meetingId, gapIds)
    if (!job.ok) return job
    const piece = job.value ? { ...job.value, cut: false } : nextPiece(rest, context.pieceMs)
    const sound = await readPiece(meetingId, gaps, piece, library)
    if (!sound.ok) return sound
    const { endMs } = sound.value
    const isLast = job.value?.isLast ?? !piece.cut
    const memory: JobMemory = {
      id: job.value?.id ?? null,
      keep: (id) => {
        const { startMs } = piece
        const kept =
          id === null
            ? library.jobs.remove(meetingId, gapIds)
            : library.jobs.set(meetingId, gapIds, { id, startMs, endMs, isLast })
        if (!kept.ok) log.warn('job not kept', { id, code: kept.error.code })
      },
    }
    const heard = await hear(sound.value.channels, memory, context)
    if (!heard.ok) return heard
    if (signal.aborted) return fail('cancelled')
    for (const [index, known] of gaps.entries()) {
      // A disk that was full, or a file that somebody took away.
      const gap = { ...known, sound: !sound.value.missing.has(known) }
      const channel = { piece: { startMs: piece.startMs, endMs }, gap, isLast }
      const stored = store(meetingId, channel, heard.value, index, context)
      if (!stored.ok) return stored
      words += stored.value
    }
    memory.keep(null)
    await heard.value.forget?.()
    if (isLast) return ok(words)
    rest = { startMs: endMs, endMs: rest.endMs }
  }
}

/** The sound of a piece, by gap; it ends at a quiet place where it is not the last one. */
async function readPiece(
  meetingId: string,
  gaps: readonly Gap[],
  piece: Stretch & { readonly cut: boolean },
  library: Library,
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
async function hear(
  channels: readonly Uint8Array[],
  memory: JobMemory,
  { transcribe, signal }: FillContext,
): Promise<Result<Transcription>> {
  const length = Math.max(...channels.map((pcm) => pcm.length))
  const isShort = length < toSamples(shortestMs) * bytesPerSample
  if (isShort || channels.every(isSilent)) {
    return ok({ channels: channels.map(() => []), language: null, timing: 'measured' })
  }
  return transcribe(channels, signal, memory)
}

function store(
  meetingId: string,
  { piece, gap, isLast }: { piece: Stretch; gap: Gap; isLast: boolean },
  heard: Transcription,
  channel: number,
  { library, broadcast, now }: FillContext,
): Result<number> {
  // As it stands now: live text went on while this was being written down.
  const known = library.original(meetingId)
  if (!known.ok) return known
  const { meeting, turns } = known.value
  const filling = fillOf({
    gap,
    piece,
    words: heard.channels[channel] ?? [],
    timing: heard.timing,
    language: heard.language,
    turns,
    nowMs: Math.max(0, now() - meeting.startedAt),
    isLast,
  })
  const stored = library.fill(meetingId, filling)
  if (!stored.ok) return stored
  for (const { sessionId, turnOrder } of filling.dropped) {
    broadcast('transcript:turn-dropped', { meetingId, sessionId, turnOrder })
  }
  for (const turn of stored.value) broadcast('transcript:turn', { meetingId, turn })
  if (isLast) broadcast('transcript:gap', { meetingId, gap: filling.gap })
  const changed = library.meetings.get(meetingId)
  if (changed.ok) broadcast('meetings:changed', changed.value)
  return ok(stored.value.reduce((sum, turn) => sum + (turn.filledIn ? turn.words.length : 0), 0))
}

function toSamples(ms: number): number {
  return Math.round((ms * sampleRate) / 1_000)
}
