import type { RecordingState, RecordingStatus } from '../../preload/model'
import type { RecordingsOptions } from './options'
import type { Running } from './run'
import { sourceStatuses } from './source-status'
import { nextState, type RecordingHappening } from './state'
import { createProblems, worstConnection, type Problems } from './status'
import type { LiveTranscript } from './transcript'

/** What is going on: the recording that is on, the one before it, the state, and who is told. */
export interface Stage {
  readonly state: RecordingState
  readonly problems: Problems
  running: Running | null
  /** Its late words may still come. */
  previous: Running | null
  /** False where this cannot happen now; then nothing changes. */
  move(happening: RecordingHappening): boolean
  status(): RecordingStatus
  tellStatus(): void
  tellMeeting(meetingId: string): void
  /** The words of the meeting that a session belongs to. */
  transcriptOf(sessionId: string): LiveTranscript | null
}

export function createStage({ library, settings, broadcast }: RecordingsOptions): Stage {
  let state: RecordingState = 'idle'
  const problems = createProblems()

  function status(): RecordingStatus {
    const { running } = stage
    return {
      state,
      meetingId: running?.meetingId ?? null,
      startedAt: running?.startedAt ?? null,
      elapsedMs: running?.clock.elapsedMs() ?? 0,
      sources: sourceStatuses(running),
      engine: (running?.settings ?? settings()).engine,
      connection: running === null ? null : worstConnection(running.connections.values()),
      delayMs: running?.delay.ms ?? null,
      savedAt: running?.savedAt ?? null,
      notices: problems.all(),
    }
  }

  const stage: Stage = {
    get state() {
      return state
    },
    problems,
    running: null,
    previous: null,
    move: (happening) => {
      const next = nextState(state, happening)
      if (next === null) return false
      state = next
      return true
    },
    status,
    tellStatus: () => broadcast('recording:status', status()),
    tellMeeting: (meetingId) => {
      const meeting = library.meetings.get(meetingId)
      if (meeting.ok) broadcast('meetings:changed', meeting.value)
    },
    transcriptOf: (sessionId) => {
      const current = stage.running?.transcript ?? null
      if (current?.knows(sessionId)) return current
      const previous = stage.previous?.transcript ?? null
      return previous?.knows(sessionId) ? previous : current
    },
  }
  return stage
}
