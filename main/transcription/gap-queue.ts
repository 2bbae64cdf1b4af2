import { monotonicNow } from '../../common/clock'
import type { ErrorCode, ErrorValue } from '../../common/errors'
import type { EngineKind, Gap } from '../../common/model'
import type { Library } from '../library'
import { createLog } from '../platform'
import type { AudioAccess } from '../audio-storage'
import type { Broadcast } from '../boundary'
import type { TranscriptionEngines } from './engines'
import { fillGaps } from './gap-filler'
import { createBackoff } from './backoff'
import type { JobDeletion } from './job-deletion'
import { isSettled, tailGaps, overlappingGroup } from './chunking'
import { createGapProblems, type GapProblems } from './gap-problems'

const log = createLog('gaps')

export interface GapQueueOptions {
  readonly library: Library
  readonly sounds: Pick<AudioAccess, 'hold'>
  readonly engines: TranscriptionEngines
  readonly broadcast: Broadcast
  readonly jobDeletion: Pick<JobDeletion, 'sweep'>
  readonly now?: () => number
  readonly random?: () => number
  readonly limits?: Partial<GapQueueLimits>
}

/** All in ms. */
export interface GapQueueLimits {
  /** The longest audio of one job. On-device jobs are short so that live text never waits. */
  readonly pieceMs: Readonly<Record<EngineKind, number>>
  /** The longest file that one job of the service transcribes. */
  readonly wholeMs: number
  readonly firstPauseMs: number
  readonly longestPauseMs: number
  /** The wait before a gap that may still grow is checked again. */
  readonly unsettledMs: number
}

export const defaultLimits: GapQueueLimits = {
  pieceMs: { service: 600_000, 'on-device': 60_000 },
  wholeMs: 3_600_000,
  firstPauseMs: 5_000,
  longestPauseMs: 600_000,
  unsettledMs: 2_000,
}

/** Fills the gaps of all meetings, one after the other, from the stored audio. */
export interface GapQueue {
  /** Looks for work now, for example after the start, a new gap, a stop or a network change. */
  readonly trigger: () => void
  /** Looks for work after the network has come back: waits after its failures are shortened. */
  readonly networkBack: () => void
  /** Looks for work after the keys have changed: waits after failures of a key end. */
  readonly keysChanged: () => void
  /** Cancels the current job if it belongs to this meeting; its gaps stay open. */
  readonly cancelMeeting: (meetingId: string) => void
  /** Why gaps stay open. */
  readonly problems: GapProblems['list']
  /** Stops; the next start of the app continues. */
  readonly stop: () => void
}

/** Errors that concern one gap; any other error delays all gaps of the same engine. */
const errorsOfOneGap: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'transcript-failed',
  'bad-request',
  'bad-answer',
  'audio-read-failed',
  'no-sound',
  'job-attempts',
  'meeting-not-found',
])

/** Returns whether these are imported files that fit into one job. */
function isShortImport(gaps: readonly Gap[], wholeMs: number): boolean {
  return gaps.every(
    ({ reason, startMs, endMs }) => reason === 'import' && endMs - startMs <= wholeMs,
  )
}

interface Task {
  readonly engine: EngineKind
  readonly meetingId: string
  readonly gaps: readonly Gap[]
}

/**
 * Stores the tail gaps of meetings that had no clean stop, and fills gaps when it is triggered. Its
 * whole state is in the library, so that it continues after a quit.
 */
export function createGapQueue(options: GapQueueOptions): GapQueue {
  const {
    library,
    sounds,
    engines,
    broadcast,
    jobDeletion,
    now = monotonicNow,
    random = Math.random,
  } = options
  const limits = { ...defaultLimits, ...options.limits }
  const backoff = createBackoff({
    now,
    random,
    firstMs: limits.firstPauseMs,
    longestMs: limits.longestPauseMs,
  })
  const lifetime = new AbortController()
  const problems = createGapProblems(broadcast)
  let isRunning = false
  let current: { readonly meetingId: string; readonly life: AbortController } | null = null
  let rerun = false
  let timer: NodeJS.Timeout | null = null
  let nextMs = Infinity

  const recheckIn = (ms: number) => (nextMs = Math.min(nextMs, ms))

  function storeTailGaps(): void {
    for (const meetingId of library.recovered) {
      const meeting = library.meetings.get(meetingId)
      const turns = library.turns.originalTexts(meetingId)
      const gaps = library.gaps.list(meetingId)
      if (!meeting.ok || !turns.ok || !gaps.ok) continue
      for (const gap of tailGaps(meeting.value, turns.value, gaps.value)) {
        if (library.gaps.upsert(meetingId, gap).ok) broadcast('transcript:gap', { meetingId, gap })
      }
      const counted = library.meetings.get(meetingId)
      if (counted.ok) broadcast('meetings:changed', counted.value)
    }
  }

  /** Returns the gaps to fill now, newest meeting first; schedules a check of the others. */
  async function nextTask(): Promise<Task | null> {
    const unfilled = library.gaps.unfilled()
    if (!unfilled.ok) {
      recordFailure('library', unfilled.error)
      return null
    }
    const byMeeting = new Map<string, Gap[]>()
    for (const { meetingId, gap } of unfilled.value) {
      byMeeting.set(meetingId, [...(byMeeting.get(meetingId) ?? []), gap])
    }
    const found = problems.collect()
    for (const [meetingId, gaps] of byMeeting) {
      for (const { id } of gaps) found.add(meetingId, [id], backoff.errorOf(id))
      const ready = readyOf(meetingId, gaps)
      const ids = ready.map(({ id }) => id)
      if (ready.length === 0) continue
      const meeting = library.meetings.get(meetingId)
      const languages = library.turns.languages(meetingId)
      if (!meeting.ok || !languages.ok) continue
      const engine = await engines.choose(meeting.value, languages.value)
      if (lifetime.signal.aborted) return null
      if (!engine.ok) {
        if (!mustWait('key')) recordFailure('key', engine.error)
        found.add(meetingId, ids, engine.error)
        continue
      }
      backoff.succeeded('key')
      if (mustWait(engine.value)) {
        found.add(meetingId, ids, backoff.errorOf(engine.value))
        continue
      }
      return { engine: engine.value, meetingId, gaps: overlappingGroup(ready) }
    }
    found.report()
    return null
  }

  function readyOf(meetingId: string, gaps: readonly Gap[]): Gap[] {
    const meeting = library.meetings.get(meetingId)
    const sessions = library.sessions.list(meetingId)
    if (!meeting.ok || !sessions.ok) return []
    return gaps.filter((gap) => {
      const settled = isSettled(gap, meeting.value, sessions.value)
      if (!settled) recheckIn(limits.unsettledMs)
      return settled && !mustWait(gap.id)
    })
  }

  /** Returns whether this must wait; if so, schedules the next check. */
  function mustWait(name: string): boolean {
    const waitMs = backoff.waitMs(name)
    if (waitMs > 0) recheckIn(waitMs)
    return waitMs > 0
  }

  function recordFailure(name: string, error: ErrorValue, permanent = false): void {
    backoff.failed(name, error, permanent)
    mustWait(name)
    log.warn('gap not filled', { name, code: error.code, detail: error.detail ?? '' })
  }

  async function fillTask({ engine, meetingId, gaps }: Task): Promise<void> {
    const names = gaps.map(({ id }) => id)
    const task = new AbortController()
    current = { meetingId, life: task }
    const whole = engine === 'service' && isShortImport(gaps, limits.wholeMs)
    const signal = AbortSignal.any([lifetime.signal, task.signal])
    const held = await sounds.hold(meetingId, signal)
    const outcome = held.ok
      ? await fillGaps(meetingId, gaps, {
          library,
          transcribe: whole ? engines.transcribeWhole : engines.transcribe[engine],
          pieceMs: whole ? limits.wholeMs : limits.pieceMs[engine],
          broadcast,
          signal,
          onFinished: jobDeletion.sweep,
        })
      : held
    if (held.ok) await held.value()
    current = null
    if (lifetime.signal.aborted || task.signal.aborted) return
    if (outcome.ok) {
      backoff.succeeded(engine)
      for (const name of names) backoff.succeeded(name)
      log.info('gap filled', { meetingId, gaps: names, engine, count: outcome.value })
    } else if (errorsOfOneGap.has(outcome.error.code)) {
      for (const name of names) recordFailure(name, outcome.error, true)
    } else {
      recordFailure(engine, outcome.error)
    }
  }

  async function run(): Promise<void> {
    do {
      rerun = false
      nextMs = Infinity
      for (let task = await nextTask(); task !== null; task = await nextTask()) {
        await fillTask(task)
        nextMs = Infinity
        if (lifetime.signal.aborted) return
      }
    } while (rerun && !lifetime.signal.aborted)
  }

  function start(): void {
    if (lifetime.signal.aborted || library.readOnly !== null) return
    if (isRunning) {
      rerun = true
      return
    }
    isRunning = true
    jobDeletion.sweep()
    if (timer) clearTimeout(timer)
    timer = null
    run()
      .catch((cause: unknown) => {
        // A bug with one gap must not stop the filling of all others.
        log.error('filling gaps failed', { cause })
        recheckIn(limits.longestPauseMs)
      })
      .finally(() => {
        isRunning = false
        if (nextMs !== Infinity && !lifetime.signal.aborted) timer = setTimeout(start, nextMs)
      })
  }

  storeTailGaps()
  return {
    trigger: start,
    networkBack: () => {
      backoff.networkBack()
      start()
    },
    keysChanged: () => {
      backoff.keysChanged()
      start()
    },
    cancelMeeting: (meetingId) => {
      if (current?.meetingId === meetingId) current.life.abort()
    },
    problems: problems.list,
    stop: () => {
      lifetime.abort()
      if (timer) clearTimeout(timer)
    },
  }
}
