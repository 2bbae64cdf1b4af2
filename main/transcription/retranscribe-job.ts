import { fail, ok, type Result } from '../../common/errors'
import type { EngineKind, Turn } from '../../common/model'
import {
  type Library,
  type RetranscriptionProgress,
  type RetranscriptionTask,
  retranscriptionWork,
} from '../library'
import { createJobRecord } from './job-record'
import type { Transcribe } from '../service'
import { transcribedTurns, turnsInRanges } from './retranscribe-text'
import { transcribeUnlessSilent, readChunk } from './read-audio'
import { nextChunk } from './chunking'

export interface RetranscribeEngine {
  readonly kind: EngineKind
  readonly transcribe: Transcribe
  /** Transcribes with speaker labels if they are on. */
  readonly transcribeWhole: Transcribe
  /** The longest audio of one job, and of a job for a whole meeting, in ms. */
  readonly pieceMs: number
  readonly wholeMs: number
}

export interface RetranscribeContext {
  readonly library: Pick<
    Library,
    'transcript' | 'audioPath' | 'retranscription' | 'jobs' | 'paidUses'
  >
  readonly engine: RetranscribeEngine
  readonly signal: AbortSignal
  readonly onProgress: (progress: RetranscriptionProgress) => void
  /** Called after a job whose words are stored, so that it is deleted. */
  readonly onFinished: () => void
}

/**
 * Transcribes the rest of a task, chunk by chunk; each chunk and each running job is stored. A job
 * from an earlier start of the app is collected and not sent again.
 */
export async function transcribeRest(
  task: RetranscriptionTask,
  from: RetranscriptionProgress,
  { library, engine, signal, onProgress, onFinished }: RetranscribeContext,
): Promise<Result<undefined>> {
  const { meetingId, stretches } = task
  const known = library.transcript(meetingId)
  if (!known.ok) return known
  const { meeting, turns } = known.value
  const taken = new Set(turnsInRanges(turns, stretches))
  const stay = turns.filter((turn) => !taken.has(turn))
  let { doneMs, turns: found } = from
  const sources = stretches.map(({ source }) => source)
  const work = { meetingId, work: [retranscriptionWork, ...sources].join(' ') }
  while (doneMs < task.endMs) {
    // Only jobs of the service survive a quit.
    const open = engine.kind === 'service' ? library.jobs.open(work) : ok(null)
    if (!open.ok) return open
    if (open.value && open.value.startMs !== doneMs) {
      // The job of an earlier attempt on another part.
      const finished = library.jobs.finish(open.value.mark)
      if (!finished.ok) return finished
      continue
    }
    const rest = { startMs: doneMs, endMs: task.endMs }
    const fits = rest.endMs - rest.startMs <= engine.wholeMs
    const whole = task.inOneJob && doneMs === task.startMs && fits
    const chunk = open.value
      ? { startMs: doneMs, endMs: open.value.endMs, cut: false }
      : nextChunk(rest, whole ? engine.wholeMs : engine.pieceMs)
    const audio = await readChunk({ meetingId, gaps: stretches }, chunk, library)
    if (!audio.ok) return audio
    const range = { startMs: chunk.startMs, endMs: audio.value.endMs }
    const record = createJobRecord({
      ...{ jobs: library.jobs, paidUses: library.paidUses, work, ...range, capped: false },
      isLast: !chunk.cut,
      open: open.value,
    })
    const transcribe = whole ? engine.transcribeWhole : engine.transcribe
    const outcome = await transcribeUnlessSilent(audio.value.channels, transcribe, {
      signal,
      record,
    })
    if (signal.aborted) return fail('cancelled')
    if (!outcome.ok) return outcome
    const { channels, timing, language } = outcome.value
    const fresh: Turn[] = stretches.flatMap((gap, index) =>
      transcribedTurns({
        gap,
        chunk: range,
        words: channels[index] ?? [],
        timing,
        language,
        turns: [...stay, ...found],
        nowMs: meeting.durationMs,
      }),
    )
    const stored = library.retranscription.addTurns(range.endMs, fresh)
    if (!stored.ok) return stored
    found = [...found, ...fresh]
    doneMs = range.endMs
    onProgress({ ...from, doneMs, turns: found })
    const finished = record.finish()
    if (!finished.ok) return finished
    onFinished()
  }
  return ok(undefined)
}
