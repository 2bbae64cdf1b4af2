import { ok, type Result } from '../../common/errors'
import type { Gaps } from './gaps'
import type { Meetings } from './meetings'
import { newMeeting, type PendingWrites, type RecordingWrite } from './pending-writes'
import type { Sessions } from './sessions'
import type { Turns } from './turns'

/** The tables to which a recording writes. */
export interface RecordingTables {
  readonly meetings: Meetings
  readonly turns: Turns
  readonly gaps: Gaps
  readonly sessions: Sessions
}

/** Returns the function that performs a write that was stored as data. */
export function createApply({ meetings, turns, gaps, sessions }: RecordingTables) {
  return (write: RecordingWrite): Result<unknown> => {
    switch (write.kind) {
      case 'meeting':
        return meetings.create(write.meeting)
      case 'state':
        return meetings.setState(write.meetingId, write.state)
      case 'progress':
        return meetings.setProgress(write.meetingId, write.durationMs, write.audio)
      case 'turn':
        return turns.upsert(write.meetingId, write.turn)
      case 'drop':
        return turns.drop(write.meetingId, write.sessionId, write.turnOrder)
      case 'speakers':
        return turns.revise(write.meetingId, write.sessionId, write.revisions)
      case 'gap':
        return gaps.upsert(write.meetingId, write.gap)
      case 'session':
        return sessions.add(write.meetingId, write.session)
    }
  }
}

/**
 * Returns the same tables, whose writes of recordings wait while the database cannot be written.
 * A meeting whose creation waits is already in the list.
 */
export function queueWrites(pending: PendingWrites, tables: RecordingTables): RecordingTables {
  const { meetings, turns, gaps, sessions } = tables
  return {
    meetings: {
      ...meetings,
      create: (meeting) =>
        pending.run(
          { kind: 'meeting', meeting },
          () => meetings.create(meeting),
          newMeeting(meeting),
        ),
      setState: (meetingId, state) =>
        pending.run(
          { kind: 'state', meetingId, state },
          () => meetings.setState(meetingId, state),
          undefined,
        ),
      setProgress: (meetingId, durationMs, audio) =>
        pending.run(
          { kind: 'progress', meetingId, durationMs, audio },
          () => meetings.setProgress(meetingId, durationMs, audio),
          undefined,
        ),
      get: (id) => {
        const waiting = pending.meeting(id)
        return waiting ? ok(waiting) : meetings.get(id)
      },
      list: () => {
        const stored = meetings.list()
        return stored.ok ? ok([...pending.meetings(), ...stored.value]) : stored
      },
    },
    turns: {
      ...turns,
      upsert: (meetingId, turn) =>
        pending.run({ kind: 'turn', meetingId, turn }, () => turns.upsert(meetingId, turn), turn),
      drop: (meetingId, sessionId, turnOrder) =>
        pending.run(
          { kind: 'drop', meetingId, sessionId, turnOrder },
          () => turns.drop(meetingId, sessionId, turnOrder),
          true,
        ),
      revise: (meetingId, sessionId, revisions) =>
        pending.run(
          { kind: 'speakers', meetingId, sessionId, revisions },
          () => turns.revise(meetingId, sessionId, revisions),
          [],
        ),
    },
    gaps: {
      ...gaps,
      upsert: (meetingId, gap) =>
        pending.run({ kind: 'gap', meetingId, gap }, () => gaps.upsert(meetingId, gap), undefined),
    },
    sessions: {
      ...sessions,
      add: (meetingId, session) =>
        pending.run(
          { kind: 'session', meetingId, session },
          () => sessions.add(meetingId, session),
          undefined,
        ),
    },
  }
}
