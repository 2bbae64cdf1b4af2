import { fail, ok, type Result } from '../../preload/errors'
import type { EngineKind, Turn } from '../../preload/model'
import type { AgainProgress, AgainTask } from '../library/again'
import type { Library } from '../library/library'
import { createLog } from '../log'
import type { JobMemory, Transcribe } from '../pre-recorded'
import { heardTurns, turnsIn } from './again-text'
import { hear, readPiece } from './listen'
import { nextPiece } from './plan'

const log = createLog('again')

export interface AgainEngine {
  readonly kind: EngineKind
  readonly transcribe: Transcribe
  /** Tells speakers apart, where that is wanted. */
  readonly transcribeWhole: Transcribe
  /** The longest sound of one job, and of one that hears a whole meeting, in ms. */
  readonly pieceMs: number
  readonly wholeMs: number
}

export interface HearContext {
  readonly library: Pick<Library, 'transcript' | 'audioPath' | 'again'>
  readonly engine: AgainEngine
  readonly signal: AbortSignal
  readonly onProgress: (progress: AgainProgress) => void
}

/**
 * Hears what is left of a task, piece by piece; each is stored as it comes, and so is the job that
 * is out. A job that an earlier start sent is asked for its words and not sent once more.
 */
export async function hearRest(
  task: AgainTask,
  from: AgainProgress,
  { library, engine, signal, onProgress }: HearContext,
): Promise<Result<undefined>> {
  const { meetingId, stretches } = task
  const known = library.transcript(meetingId)
  if (!known.ok) return known
  const { meeting, turns } = known.value
  const taken = new Set(turnsIn(turns, stretches))
  const stay = turns.filter((turn) => !taken.has(turn))
  let { doneMs, turns: found, job } = from
  // Only the service has jobs that outlive a quit.
  if (engine.kind !== 'service') job = null
  while (doneMs < task.endMs) {
    const rest = { startMs: doneMs, endMs: task.endMs }
    const fits = rest.endMs - rest.startMs <= engine.wholeMs
    const whole = task.atOnce && doneMs === task.startMs && fits
    const piece = job
      ? { startMs: doneMs, endMs: job.endMs, cut: false }
      : nextPiece(rest, whole ? engine.wholeMs : engine.pieceMs)
    const sound = await readPiece(meetingId, stretches, piece, library)
    if (!sound.ok) return sound
    const { endMs } = sound.value
    const memory: JobMemory = {
      id: job?.id ?? null,
      keep: (id) => {
        // Cancelled meanwhile: what is stored may be another task by now.
        if (signal.aborted) return
        const kept = library.again.setJob(id === null ? null : { id, endMs })
        if (!kept.ok) log.warn('job not kept', { id, code: kept.error.code })
      },
    }
    const transcribe = whole ? engine.transcribeWhole : engine.transcribe
    const heard = await hear(sound.value.channels, transcribe, signal, memory)
    if (signal.aborted) return fail('cancelled')
    if (!heard.ok) return heard
    const fresh: Turn[] = stretches.flatMap((gap, index) =>
      heardTurns(
        gap,
        { startMs: piece.startMs, endMs },
        heard.value.channels[index] ?? [],
        heard.value,
        [...stay, ...found],
        meeting.durationMs,
      ),
    )
    const stored = library.again.heard(endMs, fresh)
    if (!stored.ok) return stored
    found = [...found, ...fresh]
    doneMs = endMs
    job = null
    onProgress({ doneMs, turns: found, job })
    await heard.value.forget?.()
    if (signal.aborted) return fail('cancelled')
  }
  return ok(undefined)
}
