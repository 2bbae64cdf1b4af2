import type { RecorderEvent } from '../../../preload/model'
import { samplesToMs } from '../capture/timeline'
import type { GapRecorder } from './gap-recorder'
import type { Sender } from './sender'
import { closeOpenTurns, type TurnsState } from './turns'

/** With a longer hole, live text goes on with what is being said now and this much before it. */
const leadInFrames = 20

/** Which audio has final words, over all sessions, and what becomes of the rest. In samples. */
export interface Ledger {
  /** All before this has final words; null before the first frame. */
  readonly covered: number | null
  /** All that was heard has final words. */
  readonly isSettled: boolean
  /** Audio begins here, unless it has begun. */
  begin(firstSample: number): void
  /** Everything up to here has final words; asks for the sample so far and gets the new one. */
  cover(advance: (covered: number) => number): void
  /** A session ended, and left these turns. */
  leave(turns: TurnsState): void
  /** The next session is not to hear what is kept. */
  forgetAudio(): void
  /** Another session is about to hear what is kept. */
  goOn(): void
  /** What has no words so far may get none. */
  miss(): void
  /** What has no words gets none. */
  close(): void
}

export function createLedger(
  backlog: Sender['backlog'],
  gaps: GapRecorder,
  emit: (event: RecorderEvent) => void,
): Ledger {
  let covered: number | null = null
  let orphans: TurnsState[] = []
  let mustForget = false

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
    cover: (advance) => {
      covered = Math.min(advance(covered ?? 0), backlog.endSample)
      backlog.forgetUntil(covered)
    },
    leave: (turns) => {
      if (turns.open.size > 0) orphans.push(turns)
    },
    forgetAudio: () => {
      mustForget = true
    },
    goOn: () => {
      if (covered !== null) {
        const isHole = backlog.startSample > covered
        if (isHole || mustForget) {
          backlog.keepLast(leadInFrames)
          gaps.close(covered, backlog.startSample)
        } else {
          gaps.resend()
        }
        const againFrom = Math.max(covered, backlog.startSample)
        for (const turns of orphans) {
          closeOpenTurns(turns, samplesToMs(covered), samplesToMs(againFrom)).forEach(emit)
        }
        covered = againFrom
      }
      orphans = []
      mustForget = false
    },
    miss: () => {
      if (covered !== null) gaps.grow(covered, backlog.endSample)
    },
    close: () => {
      if (covered !== null) gaps.close(covered, backlog.endSample)
    },
  }
}
