import type { RecorderEvent } from '../../../common/model'
import { samplesToMs } from '../../../common/time'
import type { GapRecorder } from './gap-recorder'
import type { Sender } from './sender'
import { closeOpenTurns, type TurnsState } from './turns'

/** After a gap or a silence, live text continues with at most this much before what is said: 1 s. */
const leadInFrames = 20

/** Knows which sound has final words, over all sessions, and what happens to the rest. */
export interface CoverageLedger {
  /** Everything before this sample has final words; null before the first frame. */
  readonly covered: number | null
  /** All sound so far has final words. */
  readonly isSettled: boolean
  /** The sound begins here, unless it has begun already. */
  begin(firstSample: number): void
  /** Everything before this sample has final words. */
  coverUntil(sample: number): void
  /** All sound that is kept is silent: the next session gets the last second of it. */
  keepLeadIn(): void
  /** A session ended with these turns. */
  addEnded(turns: TurnsState): void
  /** The next session must not get the sound that is kept. */
  dropAudio(): void
  /** Another session is about to get the sound that is kept. */
  resume(): void
  /** The sound that has no words so far may get none. */
  reportMissing(): void
  /** The sound that has no words gets none. */
  close(): void
}

export interface CoverageLedgerOptions {
  readonly backlog: Sender['backlog']
  readonly gaps: GapRecorder
  readonly report: (event: RecorderEvent) => void
}

export function createCoverageLedger(options: CoverageLedgerOptions): CoverageLedger {
  const { backlog, gaps, report } = options
  let covered: number | null = null
  /** Turns of ended sessions that have no final. */
  let unfinished: TurnsState[] = []
  let mustDrop = false

  return {
    get covered() {
      return covered
    },
    get isSettled() {
      return covered === null || covered >= backlog.endSample
    },
    begin: (firstSample) => {
      covered ??= firstSample
    },
    coverUntil: (sample) => {
      covered = Math.min(sample, backlog.endSample)
      backlog.dropUntil(covered)
    },
    keepLeadIn: () => {
      backlog.keepLast(leadInFrames)
      if (covered !== null) covered = backlog.startSample
    },
    addEnded: (turns) => {
      if (turns.open.size > 0) unfinished.push(turns)
    },
    dropAudio: () => {
      mustDrop = true
    },
    resume: () => {
      if (covered !== null) {
        const isGap = backlog.startSample > covered
        if (isGap || mustDrop) {
          backlog.keepFromQuiet(leadInFrames)
          gaps.close(covered, backlog.startSample)
        } else {
          gaps.resend()
        }
        const againFrom = Math.max(covered, backlog.startSample)
        for (const turns of unfinished) {
          closeOpenTurns(turns, samplesToMs(covered), samplesToMs(againFrom)).forEach(report)
        }
        covered = againFrom
      }
      unfinished = []
      mustDrop = false
    },
    reportMissing: () => {
      if (covered !== null) gaps.grow(covered, backlog.endSample)
    },
    close: () => {
      if (covered !== null) gaps.close(covered, backlog.endSample)
    },
  }
}
