import { fail, ok, type Result } from '../../preload/errors'
import type { Gap } from '../../preload/model'
import type { Library } from '../library/library'
import { createLog } from '../log'
import type { JobMemory, Transcribe, Transcription } from '../pre-recorded'
import type { Broadcast } from '../recording/transcript'
import { fillOf } from './fill'
import { hear, readPiece } from './listen'
import { around, nextPiece, stretchOf, type Stretch } from './plan'

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
    const heard = await hear(sound.value.channels, context.transcribe, signal, memory)
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
