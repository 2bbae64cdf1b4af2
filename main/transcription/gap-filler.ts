import { fail, ok, type Result } from '../../common/errors'
import type { Gap, Turn } from '../../common/model'
import type { Range } from '../../common/time'
import { turnKey } from '../../common/turn-key'
import type { Library } from '../library'
import type { Transcribe } from '../service'
import type { Broadcast } from '../boundary'
import { mergeIntoGap, type MergeInput } from './gap-merge'
import { createJobRecord } from './job-record'
import { transcribeUnlessSilent, readChunk } from './read-audio'
import { enclosingRange, fillSessionId, nextChunk, rangeToTranscribe } from './chunking'

export interface GapFillerContext {
  readonly library: Library
  readonly transcribe: Transcribe
  /** The longest audio of one job, in ms. */
  readonly pieceMs: number
  readonly broadcast: Broadcast
  readonly signal: AbortSignal
  /** Called after a job whose words are stored, so that it is deleted. */
  readonly onFinished: () => void
}

/**
 * Fills these overlapping gaps of one meeting (at most one per source), chunk by chunk; each chunk
 * is stored and shown when it is done. Returns the number of added words.
 */
export async function fillGaps(
  meetingId: string,
  gaps: readonly Gap[],
  context: GapFillerContext,
): Promise<Result<number>> {
  const { library, signal } = context
  const ranges: Range[] = []
  for (const gap of gaps) {
    const { startMs, endMs } = gap
    const edges = [startMs, endMs].map((ms) => ({ startMs: ms, endMs: ms }))
    const turns = turnsNear(meetingId, library, { gap, ranges: edges })
    if (!turns.ok) return turns
    ranges.push(rangeToTranscribe(gap, turns.value))
  }
  let rest = enclosingRange(ranges)
  let words = 0
  const work = { meetingId, work: gaps.map(({ id }) => id).join(' ') }
  for (;;) {
    const open = library.jobs.open(work)
    if (!open.ok) return open
    const chunk = open.value ? { ...open.value, cut: false } : nextChunk(rest, context.pieceMs)
    const audio = await readChunk({ meetingId, gaps }, chunk, library)
    if (!audio.ok) return audio
    const { startMs } = chunk
    const { endMs, missing } = audio.value
    const isLast = open.value?.isLast ?? !chunk.cut
    const { jobs, paidUses } = library
    const record = createJobRecord({
      ...{ jobs, paidUses, work, startMs, endMs, isLast, capped: true },
      open: open.value,
    })
    const { transcribe } = context
    const outcome = await transcribeUnlessSilent(audio.value.channels, transcribe, {
      signal,
      record,
    })
    if (!outcome.ok) return outcome
    if (signal.aborted) return fail('cancelled')
    for (const [index, known] of gaps.entries()) {
      const { channels, timing, language } = outcome.value
      const stored = storeWords(meetingId, context, {
        // The audio is missing after a full disk, or because the file was deleted.
        gap: { ...known, sound: !missing.has(known) },
        chunk: { startMs, endMs },
        words: channels[index] ?? [],
        timing,
        language,
        isLast,
      })
      if (!stored.ok) return stored
      words += stored.value
    }
    const finished = record.finish()
    if (!finished.ok) return finished
    context.onFinished()
    if (isLast) return ok(words)
    rest = { startMs: endMs, endMs: rest.endMs }
  }
}

/** Turns that are further away do not matter, in ms. */
const nearMs = 60_000

/**
 * The engines' turns near these ranges, and the last one that fills the gap. Main would be blocked if
 * it read all turns of a long meeting with their words.
 */
function turnsNear(
  meetingId: string,
  { turns }: Pick<Library, 'turns'>,
  { gap, ranges }: { readonly gap: Gap; readonly ranges: readonly Range[] },
): Result<Turn[]> {
  const last = turns.lastOf(meetingId, fillSessionId(gap.id))
  if (!last.ok) return last
  const found = new Map(last.value === null ? [] : [[turnKey(last.value), last.value]])
  for (const { startMs, endMs } of ranges) {
    const near = turns.between(meetingId, startMs - nearMs, endMs + nearMs)
    if (!near.ok) return near
    for (const turn of near.value) found.set(turnKey(turn), turn)
  }
  return ok([...found.values()])
}

function storeWords(
  meetingId: string,
  { library, broadcast }: GapFillerContext,
  found: Omit<MergeInput, 'turns' | 'nowMs'>,
): Result<number> {
  // Read again: live text may have been added during the job.
  const { gap, chunk } = found
  const meeting = library.meetings.get(meetingId)
  if (!meeting.ok) return meeting
  const turns = turnsNear(meetingId, library, { gap, ranges: [chunk] })
  if (!turns.ok) return turns
  // The words arrive after everything that is recorded so far.
  const nowMs = Math.max(meeting.value.durationMs, chunk.endMs)
  const filling = mergeIntoGap({ ...found, turns: turns.value, nowMs })
  const stored = library.fillGap(meetingId, filling)
  if (!stored.ok) return stored
  for (const { sessionId, turnOrder } of filling.dropped) {
    broadcast('transcript:turn-dropped', { meetingId, sessionId, turnOrder })
  }
  for (const turn of stored.value) broadcast('transcript:turn', { meetingId, turn })
  if (found.isLast) broadcast('transcript:gap', { meetingId, gap: filling.gap })
  const changed = library.meetings.get(meetingId)
  if (changed.ok) broadcast('meetings:changed', changed.value)
  return ok(stored.value.reduce((sum, turn) => sum + (turn.filledIn ? turn.words.length : 0), 0))
}
