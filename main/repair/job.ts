import type { ErrorCode, ErrorValue } from '../../preload/errors'
import type { EngineKind, Gap, Transcript } from '../../preload/model'
import type { Library } from '../library/library'
import { createLog } from '../log'
import type { Sounds } from '../storage/sounds'
import type { Broadcast } from '../recording/transcript'
import type { RepairEngines } from './engines'
import { fillGaps } from './fill-gaps'
import { createPauses } from './pauses'
import { isSettled, tailHoles, together } from './plan'

const log = createLog('repair')

export interface RepairOptions {
  readonly library: Library
  readonly sounds: Pick<Sounds, 'hold'>
  readonly engines: RepairEngines
  readonly broadcast: Broadcast
  readonly now?: () => number
  readonly random?: () => number
  readonly limits?: Partial<RepairLimits>
}

/** All in ms. */
export interface RepairLimits {
  /** The longest sound of one job. On this computer short ones, so that live text never waits. */
  readonly pieceMs: Readonly<Record<EngineKind, number>>
  /** The longest file that the service hears as a whole. */
  readonly wholeMs: number
  readonly firstPauseMs: number
  readonly longestPauseMs: number
  /** How soon to look again at a gap that may still grow. */
  readonly unsettledMs: number
}

export const defaultLimits: RepairLimits = {
  pieceMs: { service: 600_000, 'on-device': 60_000 },
  wholeMs: 3_600_000,
  firstPauseMs: 5_000,
  longestPauseMs: 600_000,
  unsettledMs: 2_000,
}

/** Fills the gaps of all meetings, one after the other, from the sound that is there. */
export interface Repair {
  /** Something happened that may give work, or end a wait: the start, a gap, a stop, the network. */
  readonly trigger: () => void
  /** Ends what is going on for this meeting; its gaps stay. */
  readonly leave: (meetingId: string) => void
  /** Ends what is going on; it is begun again at the next start. */
  readonly stop: () => void
}

/** These are about one gap; any other error holds up all gaps that need the same engine. */
const ofOneGap: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'transcript-failed',
  'bad-request',
  'bad-answer',
  'audio-read-failed',
  'no-sound',
  'meeting-not-found',
])

/** A file that was brought in, and not too long to be heard at once. */
function isWhole(gaps: readonly Gap[], wholeMs: number): boolean {
  return gaps.every(
    ({ reason, startMs, endMs }) => reason === 'import' && endMs - startMs <= wholeMs,
  )
}

interface Task {
  readonly engine: EngineKind
  readonly transcript: Transcript
  readonly gaps: readonly Gap[]
}

/**
 * Finds the holes of meetings that had no clean stop, and fills gaps whenever it is triggered. All
 * of its state is in the library, so that it goes on after a quit.
 */
export function createRepair(options: RepairOptions): Repair {
  const { library, sounds, engines, broadcast, now = Date.now, random = Math.random } = options
  const limits = { ...defaultLimits, ...options.limits }
  const pauses = createPauses({
    now,
    random,
    firstMs: limits.firstPauseMs,
    longestMs: limits.longestPauseMs,
  })
  const life = new AbortController()
  let isRunning = false
  let current: { readonly meetingId: string; readonly life: AbortController } | null = null
  let again = false
  let timer: NodeJS.Timeout | null = null
  let nextMs = Infinity

  const lookIn = (ms: number) => (nextMs = Math.min(nextMs, ms))

  function storeTailHoles(): void {
    for (const meetingId of library.recovered) {
      const found = library.original(meetingId)
      if (!found.ok) continue
      for (const gap of tailHoles(found.value.meeting, found.value.turns, found.value.gaps)) {
        if (library.gaps.upsert(meetingId, gap).ok) broadcast('transcript:gap', { meetingId, gap })
      }
      const counted = library.meetings.get(meetingId)
      if (counted.ok) broadcast('meetings:changed', counted.value)
    }
  }

  /** Those that can be worked on now, the newest meeting first; notes when to look at the others. */
  async function nextTask(): Promise<Task | null> {
    const unfilled = library.gaps.unfilled()
    if (!unfilled.ok) {
      failed('library', unfilled.error)
      return null
    }
    const byMeeting = new Map<string, Gap[]>()
    for (const { meetingId, gap } of unfilled.value) {
      byMeeting.set(meetingId, [...(byMeeting.get(meetingId) ?? []), gap])
    }
    for (const [meetingId, gaps] of byMeeting) {
      const ready = readyOf(meetingId, gaps)
      if (ready.length === 0) continue
      const transcript = library.original(meetingId)
      if (!transcript.ok) continue
      const engine = await engines.choose(transcript.value)
      if (life.signal.aborted) return null
      if (!engine.ok) {
        if (!waits('key')) failed('key', engine.error)
        continue
      }
      pauses.succeeded('key')
      if (waits(engine.value)) continue
      return { engine: engine.value, transcript: transcript.value, gaps: together(ready) }
    }
    return null
  }

  function readyOf(meetingId: string, gaps: readonly Gap[]): Gap[] {
    const meeting = library.meetings.get(meetingId)
    const sessions = library.sessions.list(meetingId)
    if (!meeting.ok || !sessions.ok) return []
    return gaps.filter((gap) => {
      const settled = isSettled(gap, meeting.value, sessions.value)
      if (!settled) lookIn(limits.unsettledMs)
      return settled && !waits(gap.id)
    })
  }

  /** Whether this has to wait; if so, notes for how long. */
  function waits(name: string): boolean {
    const waitMs = pauses.waitMs(name)
    if (waitMs > 0) lookIn(waitMs)
    return waitMs > 0
  }

  function failed(name: string, error: ErrorValue, lasting = false): void {
    pauses.failed(name, lasting)
    waits(name)
    log.warn('gap not filled', { name, code: error.code, detail: error.detail ?? '' })
  }

  async function work({ engine, transcript, gaps }: Task): Promise<void> {
    const { meeting } = transcript
    const names = gaps.map(({ id }) => id)
    const task = new AbortController()
    current = { meetingId: meeting.id, life: task }
    const whole = engine === 'service' && isWhole(gaps, limits.wholeMs)
    const signal = AbortSignal.any([life.signal, task.signal])
    const held = await sounds.hold(meeting.id, signal)
    const outcome = held.ok
      ? await fillGaps(meeting.id, gaps, {
          library,
          transcribe: whole ? engines.transcribeWhole : engines.transcribe[engine],
          pieceMs: whole ? limits.wholeMs : limits.pieceMs[engine],
          broadcast,
          now,
          signal,
        })
      : held
    if (held.ok) await held.value()
    current = null
    if (life.signal.aborted || task.signal.aborted) return
    if (outcome.ok) {
      pauses.succeeded(engine)
      for (const name of names) pauses.succeeded(name)
      log.info('gap filled', { meetingId: meeting.id, gaps: names, engine, count: outcome.value })
    } else if (ofOneGap.has(outcome.error.code)) {
      for (const name of names) failed(name, outcome.error, true)
    } else {
      failed(engine, outcome.error)
    }
  }

  async function run(): Promise<void> {
    do {
      again = false
      nextMs = Infinity
      for (let task = await nextTask(); task !== null; task = await nextTask()) {
        await work(task)
        nextMs = Infinity
        if (life.signal.aborted) return
      }
    } while (again && !life.signal.aborted)
  }

  function start(): void {
    if (life.signal.aborted || library.readOnly !== null) return
    if (isRunning) {
      again = true
      return
    }
    isRunning = true
    if (timer) clearTimeout(timer)
    timer = null
    run()
      .catch((cause: unknown) => {
        // A bug in one gap must not end the filling of all others for good.
        log.error('repair failed', { cause })
        lookIn(limits.longestPauseMs)
      })
      .finally(() => {
        isRunning = false
        if (nextMs !== Infinity && !life.signal.aborted) timer = setTimeout(start, nextMs)
      })
  }

  storeTailHoles()
  return {
    trigger: () => {
      pauses.hurry()
      start()
    },
    leave: (meetingId) => {
      if (current?.meetingId === meetingId) current.life.abort()
    },
    stop: () => {
      life.abort()
      if (timer) clearTimeout(timer)
    },
  }
}
