import { fail, ok, type Result } from '../../preload/errors'
import type { Again, AgainPart, EngineKind } from '../../preload/model'
import type { AgainProgress, AgainTask } from '../library/again'
import type { Edited } from '../library/corrections/corrections'
import type { Replacement } from '../library/corrections/edits'
import type { Library } from '../library/library'
import { createLog } from '../log'
import type { Broadcast } from '../recording/transcript'
import type { Sounds } from '../storage/sounds'
import { countWords, replacementOf, taskOf, turnsIn } from './again-text'
import { hearRest, type AgainEngine } from './hear-again'

const log = createLog('again')

/**
 * Writes meetings down again, one at a time. Their text changes only at the end, all at once. What
 * was heard until then is in the library, so that it goes on after a quit.
 */
export interface WritingAgain {
  /**
   * `meeting-not-found`, `meeting-recording`, `no-sound`, `again-busy`, `again-gaps`,
   * `turn-not-found`, `library-read-only`.
   */
  start(meetingId: string, part: AgainPart): Result<undefined>
  /** Goes on with what an earlier start began. */
  resume(): void
  /** The text stays as it was. */
  cancel(): Result<undefined>
  /** Cancels it where it is this meeting that is being written down. */
  leave(meetingId: string): void
  /** Takes the text that has fewer words. */
  accept(): Result<undefined>
  state(): Again | null
  /** Ends what is going on; the next start goes on with it. */
  stop(): void
}

export interface WritingAgainOptions {
  readonly library: Pick<
    Library,
    'transcript' | 'gaps' | 'corrections' | 'readOnly' | 'audioPath' | 'meetings' | 'again'
  >
  readonly sounds: Pick<Sounds, 'hold'>
  /** The engine that is to hear a task, which was asked for while `agreed` was in use. */
  readonly engine: (agreed: EngineKind) => AgainEngine
  readonly engineInUse: () => EngineKind
  readonly broadcast: Broadcast
  /** What was read in another way is told as any correction is. */
  readonly edited: (meetingId: string, result: Result<Edited>) => unknown
}

interface Job {
  readonly task: AgainTask
  readonly life: AbortController
  progress: AgainProgress
  /** How many words there were and are, once there are fewer and a person is asked. */
  asked: { readonly before: number; readonly after: number } | null
}

export function createWritingAgain(options: WritingAgainOptions): WritingAgain {
  const { library, sounds, broadcast } = options
  let job = stored(library)

  const state = (): Again | null =>
    job && {
      meetingId: job.task.meetingId,
      step: job.asked === null ? 'hearing' : 'asking',
      share: shareOf(job),
      before: job.asked?.before ?? 0,
      after: job.asked?.after ?? 0,
    }
  const tell = () => broadcast('again:changed', state())
  function end(): void {
    job = null
    const removed = library.again.remove()
    if (!removed.ok) log.error('not forgotten', { code: removed.error.code })
    tell()
  }

  async function hear(running: Job): Promise<Result<undefined>> {
    const { task, life } = running
    if (isHeard(running)) return ok(undefined)
    const held = await sounds.hold(task.meetingId, life.signal)
    if (!held.ok) return held
    try {
      return await hearRest(task, running.progress, {
        library,
        engine: options.engine(task.engine),
        signal: life.signal,
        onProgress: (progress) => {
          running.progress = progress
          tell()
        },
      })
    } finally {
      await held.value()
    }
  }

  /** As the meeting is read now: it may have been corrected while it was heard. */
  function replacement({ task, progress }: Job): Result<{
    before: number
    replacement: Replacement
  }> {
    const known = library.transcript(task.meetingId)
    if (!known.ok) return known
    const taken = turnsIn(known.value.turns, task.stretches)
    return ok({ before: countWords(taken), replacement: replacementOf(taken, progress.turns) })
  }

  function replace({ task }: Job, next: Replacement): Result<undefined> {
    const done = library.corrections.replace(task.meetingId, next)
    if (done.ok) options.edited(task.meetingId, done)
    end()
    return done.ok ? ok(undefined) : done
  }

  async function run(running: Job): Promise<void> {
    const heard = await hear(running)
    if (job !== running) return
    if (!heard.ok) return failed(heard)
    const next = replacement(running)
    if (!next.ok) return failed(next)
    const { before } = next.value
    const after = countWords(running.progress.turns)
    if (after < before) {
      running.asked = { before, after }
      return tell()
    }
    const done = replace(running, next.value.replacement)
    if (!done.ok) failed(done)
  }

  function begin(running: Job): void {
    run(running).catch((cause: unknown) => {
      if (job !== running) return
      log.error('writing again failed', { cause })
      failed(fail('internal', cause instanceof Error ? cause.message : String(cause)))
    })
  }

  function failed(result: Result<unknown>): void {
    end()
    if (result.ok || result.error.code === 'cancelled') return
    log.warn('not written again', { code: result.error.code, detail: result.error.detail ?? '' })
    broadcast('again:failed', result.error)
  }

  function cancel(): void {
    if (job === null) return
    job.life.abort()
    end()
  }

  return {
    state,
    start: (meetingId, part) => {
      if (library.readOnly !== null) return fail('library-read-only')
      if (job !== null) return fail('again-busy')
      const meeting = library.meetings.get(meetingId)
      if (!meeting.ok) return meeting
      const { state: now, sound, audio } = meeting.value
      if (now === 'recording' || now === 'finishing') return fail('meeting-recording')
      if (sound === 'deleted' || audio.every(({ samples }) => samples === 0))
        return fail('no-sound')
      const open = library.gaps.unfilled()
      if (!open.ok) return open
      if (open.value.some((gap) => gap.meetingId === meetingId)) return fail('again-gaps')
      const known = library.transcript(meetingId)
      if (!known.ok) return known
      const task = taskOf(known.value, part, options.engineInUse())
      if (task === null) return fail('turn-not-found')
      const kept = library.again.begin(task)
      if (!kept.ok) return kept
      job = jobOf(task, { doneMs: task.startMs, turns: [], job: null })
      tell()
      begin(job)
      return ok(undefined)
    },
    resume: () => {
      if (job !== null) begin(job)
    },
    cancel: () => {
      cancel()
      return ok(undefined)
    },
    leave: (meetingId) => {
      if (job?.task.meetingId === meetingId) cancel()
    },
    accept: () => {
      if (!job?.asked) return ok(undefined)
      const next = replacement(job)
      return next.ok ? replace(job, next.value.replacement) : next
    },
    stop: () => {
      job?.life.abort()
      job = null
    },
  }
}

const jobOf = (task: AgainTask, progress: AgainProgress): Job => ({
  task,
  progress,
  life: new AbortController(),
  asked: null,
})

const isHeard = ({ task, progress }: Job) => progress.doneMs >= task.endMs

/** From 0 to 1. */
const shareOf = ({ task, progress }: Job) =>
  Math.min(1, (progress.doneMs - task.startMs) / Math.max(1, task.endMs - task.startMs))

/** What an earlier start left; not of a meeting that went into the bin. */
function stored(library: WritingAgainOptions['library']): Job | null {
  if (library.readOnly !== null) return null
  const found = library.again.get()
  if (!found.ok || found.value === null) return null
  const { task, progress } = found.value
  const meeting = library.meetings.get(task.meetingId)
  if (meeting.ok && meeting.value.binnedAt === null) return jobOf(task, progress)
  library.again.remove()
  return null
}
