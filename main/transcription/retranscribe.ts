import { fail, ok, type Result } from '../../common/errors'
import type {
  EngineKind,
  RetranscriptionPart,
  RetranscriptionState,
  TextDifference,
} from '../../common/model'
import type { Edited, Library, RetranscriptionProgress, RetranscriptionTask } from '../library'
import { createLog } from '../platform'
import type { Broadcast } from '../boundary'
import type { AudioAccess } from '../audio-storage'
import type { JobDeletion } from './job-deletion'
import { differencesOf, replacementFor, shownDifference, type Difference } from './compare'
import { countWords, createTask, turnsInRanges } from './retranscribe-text'
import { transcribeRest, type RetranscribeEngine } from './retranscribe-job'

const log = createLog('retranscription')

/**
 * Re-transcribes meetings, one at a time. The text changes only where a person accepts the new one.
 * Finished chunks and decisions are stored in the library, so that the work continues after a quit.
 */
export interface Retranscriber {
  /**
   * `meeting-not-found`, `meeting-recording`, `no-sound`, `retranscription-busy`, `retranscription-gaps`,
   * `turn-not-found`, `library-read-only`.
   */
  start(meetingId: string, part: RetranscriptionPart): Result<undefined>
  /** Continues the task of an earlier start of the app. */
  resume(): void
  /** Cancels; the text does not change. */
  cancel(): Result<undefined>
  /** Cancels if this meeting is the one that is re-transcribed. */
  cancelMeeting(meetingId: string): void
  /** Accepts all that is open, with or without the turns that a person corrected, and ends. */
  accept(corrected: boolean): Result<undefined>
  /** Takes the new text of one difference, or keeps the text of today. */
  choose(key: string, take: boolean): Result<undefined>
  /** The differences that a person has not decided yet. */
  differences(): Result<TextDifference[]>
  /** A meeting was corrected: fewer or other turns may differ. */
  corrected(meetingId: string): void
  state(): RetranscriptionState | null
  /** Stops; the next start of the app continues. */
  stop(): void
}

export interface RetranscriberOptions {
  readonly library: Pick<
    Library,
    | 'transcript'
    | 'gaps'
    | 'corrections'
    | 'readOnly'
    | 'audioPath'
    | 'meetings'
    | 'retranscription'
    | 'jobs'
    | 'paidUses'
  >
  readonly sounds: Pick<AudioAccess, 'hold'>
  /** Returns the engine for a task that was requested while `agreed` was in use. */
  readonly engine: (agreed: EngineKind) => RetranscribeEngine
  readonly engineInUse: () => EngineKind
  readonly broadcast: Broadcast
  readonly jobDeletion: Pick<JobDeletion, 'sweep' | 'cancelRetranscription'>
  /** Announces the changed text like any correction. */
  readonly edited: (meetingId: string, result: Result<Edited>) => unknown
}

interface Job {
  readonly task: RetranscriptionTask
  readonly abort: AbortController
  progress: RetranscriptionProgress
  /** What differs while a person decides; null before. */
  comparison: {
    readonly before: number
    readonly after: number
    readonly open: readonly Difference[]
  } | null
}

export function createRetranscriber(options: RetranscriberOptions): Retranscriber {
  const { library, sounds, broadcast, jobDeletion } = options
  let job = stored(library)

  const state = (): RetranscriptionState | null =>
    job && {
      meetingId: job.task.meetingId,
      step: job.comparison === null ? 'hearing' : 'comparing',
      share: shareOf(job),
      before: job.comparison?.before ?? 0,
      after: job.comparison?.after ?? 0,
      open: job.comparison?.open.length ?? 0,
    }
  const notify = () => broadcast('retranscription:changed', state())
  function end(): void {
    job = null
    const removed = library.retranscription.remove()
    if (!removed.ok) log.error('task not removed', { code: removed.error.code })
    notify()
  }

  async function transcribe(running: Job): Promise<Result<undefined>> {
    const { task, abort: life } = running
    if (isTranscribed(running)) return ok(undefined)
    const held = await sounds.hold(task.meetingId, life.signal)
    if (!held.ok) return held
    try {
      return await transcribeRest(task, running.progress, {
        library,
        engine: options.engine(task.engine),
        signal: life.signal,
        onFinished: jobDeletion.sweep,
        onProgress: (progress) => {
          running.progress = progress
          notify()
        },
      })
    } finally {
      await held.value()
    }
  }

  /** Uses the current text: it may have been corrected during the job. */
  function compare(running: Job): Result<undefined> {
    const { task, progress } = running
    const known = library.transcript(task.meetingId)
    if (!known.ok) return known
    const hand = library.corrections.byHand(task.meetingId)
    if (!hand.ok) return hand
    const taken = turnsInRanges(known.value.turns, task.stretches)
    const kept = new Set(progress.kept)
    const found = differencesOf(taken, progress.turns, hand.value)
    const open = found.filter(({ key }) => !kept.has(key))
    const before = countWords(taken)
    const change = open.reduce(
      (sum, { before: old, after }) => sum + countWords(after) - (old?.words.length ?? 0),
      0,
    )
    running.comparison = { before, after: before + change, open }
    return ok(undefined)
  }

  function replace({ task }: Job, differences: readonly Difference[]): Result<undefined> {
    if (differences.length === 0) return ok(undefined)
    const done = library.corrections.replace(task.meetingId, replacementFor(differences))
    if (done.ok) options.edited(task.meetingId, done)
    return done.ok ? ok(undefined) : done
  }

  /** Compares again after a decision, and ends when nothing is open. */
  function decided(running: Job): Result<undefined> {
    const compared = compare(running)
    if (!compared.ok) return compared
    if (running.comparison?.open.length === 0) end()
    else notify()
    return ok(undefined)
  }

  function accept(running: Job, corrected: boolean): Result<undefined> {
    const open = running.comparison?.open ?? []
    const done = replace(
      running,
      open.filter(({ isCorrected }) => corrected || !isCorrected),
    )
    if (done.ok) end()
    return done
  }

  async function run(running: Job): Promise<void> {
    const heard = await transcribe(running)
    if (job !== running) return
    const compared = heard.ok ? compare(running) : heard
    if (!compared.ok) return failed(compared)
    // Where there was no text, there is nothing to decide.
    const done = running.comparison?.before === 0 ? accept(running, false) : decided(running)
    if (!done.ok) failed(done)
  }

  function begin(running: Job): void {
    run(running).catch((cause: unknown) => {
      if (job !== running) return
      log.error('re-transcription failed', { cause })
      failed(fail('internal', cause instanceof Error ? cause.message : String(cause)))
    })
  }

  function failed(result: Result<unknown>): void {
    end()
    if (result.ok || result.error.code === 'cancelled') return
    log.warn('not re-transcribed', { code: result.error.code, detail: result.error.detail ?? '' })
    broadcast('retranscription:failed', result.error)
  }

  function cancel(): void {
    if (job === null) return
    job.abort.abort()
    const { meetingId } = job.task
    end()
    jobDeletion.cancelRetranscription(meetingId)
  }

  return {
    state,
    start: (meetingId, part) => {
      if (library.readOnly !== null) return fail('library-read-only')
      if (job !== null) return fail('retranscription-busy')
      const meeting = library.meetings.get(meetingId)
      if (!meeting.ok) return meeting
      const { state: now, sound, audio } = meeting.value
      if (now === 'recording' || now === 'finishing') return fail('meeting-recording')
      if (sound === 'deleted' || audio.every(({ samples }) => samples === 0))
        return fail('no-sound')
      const open = library.gaps.unfilled()
      if (!open.ok) return open
      if (open.value.some((gap) => gap.meetingId === meetingId)) return fail('retranscription-gaps')
      const known = library.transcript(meetingId)
      if (!known.ok) return known
      const task = createTask(known.value, part, options.engineInUse())
      if (task === null) return fail('turn-not-found')
      const kept = library.retranscription.begin(task)
      if (!kept.ok) return kept
      job = jobOf(task, { doneMs: task.startMs, turns: [], kept: [] })
      notify()
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
    cancelMeeting: (meetingId) => {
      if (job?.task.meetingId === meetingId) cancel()
    },
    accept: (corrected) => (job?.comparison ? accept(job, corrected) : ok(undefined)),
    choose: (key, take) => {
      const running = job
      const difference = running?.comparison?.open.find((other) => other.key === key)
      if (!running || !difference) return ok(undefined)
      if (take) {
        const done = replace(running, [difference])
        return done.ok ? decided(running) : done
      }
      const kept = [...running.progress.kept, key]
      const stored = library.retranscription.keep(kept)
      if (!stored.ok) return stored
      running.progress = { ...running.progress, kept }
      return decided(running)
    },
    differences: () => ok((job?.comparison?.open ?? []).map(shownDifference)),
    corrected: (meetingId) => {
      if (job?.task.meetingId !== meetingId || job.comparison === null) return
      const compared = decided(job)
      if (!compared.ok) log.warn('not compared', { code: compared.error.code })
    },
    stop: () => {
      job?.abort.abort()
      job = null
    },
  }
}

const jobOf = (task: RetranscriptionTask, progress: RetranscriptionProgress): Job => ({
  task,
  progress,
  abort: new AbortController(),
  comparison: null,
})

const isTranscribed = ({ task, progress }: Job) => progress.doneMs >= task.endMs

/** From 0 to 1. */
const shareOf = ({ task, progress }: Job) =>
  Math.min(1, (progress.doneMs - task.startMs) / Math.max(1, task.endMs - task.startMs))

/** Returns the unfinished task of an earlier start, unless its meeting is in the bin. */
function stored(library: RetranscriberOptions['library']): Job | null {
  if (library.readOnly !== null) return null
  const found = library.retranscription.get()
  if (!found.ok || found.value === null) return null
  const { task, progress } = found.value
  const meeting = library.meetings.get(task.meetingId)
  if (meeting.ok && meeting.value.binnedAt === null) return jobOf(task, progress)
  library.retranscription.remove()
  return null
}
