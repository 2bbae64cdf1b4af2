import type { CorrectionStore } from './corrections/store'
import { speakersOf } from './corrections/state'
import type { Database } from './database'
import { sourceOr } from './stored-values'

/** The speakers of a meeting, by label or name; none if the engine did not separate speakers. */
export interface MeetingSpeakers {
  one(meetingId: string): string[]
  all(): Map<string, string[]>
}

interface LabelRow {
  meeting_id: string
  speaker: string
}

/** Jumps from label to label in the index, so the cost does not grow with the number of turns. */
const labelsSql = (of: string) => `
  WITH RECURSIVE found (meeting_id, speaker) AS (
    SELECT id, (SELECT min(speaker) FROM turns WHERE meeting_id = meetings.id)
    FROM meetings ${of}
    UNION ALL
    SELECT meeting_id, (SELECT min(speaker) FROM turns
                        WHERE meeting_id = found.meeting_id AND turns.speaker > found.speaker)
    FROM found WHERE speaker IS NOT NULL
  )
  SELECT meeting_id, speaker FROM found WHERE speaker IS NOT NULL ORDER BY meeting_id, speaker`

export function createMeetingSpeakers(database: Database, store: CorrectionStore): MeetingSpeakers {
  const labelsOfAll = database.manyRows<LabelRow>(labelsSql(''))
  const labelsOfOne = database.statement<LabelRow>(labelsSql('WHERE id = :meetingId'))
  const corrected = database.statement<{ meeting_id: string }>(
    'SELECT meeting_id FROM corrections UNION SELECT meeting_id FROM speakers',
  )
  const spoken = database.statement<{
    source: string
    session_id: string
    turn_order: number
    speaker: string | null
  }>(`
    SELECT source, session_id, turn_order, speaker FROM turns INDEXED BY turns_by_speaker
    WHERE meeting_id = :meetingId`)

  function named(meetingId: string): string[] {
    const turns = spoken.all({ meetingId }).map((row) => ({
      source: sourceOr(row.source),
      sessionId: row.session_id,
      turnOrder: row.turn_order,
      speaker: row.speaker,
    }))
    return speakersOf(turns, store.of(meetingId))
  }

  return {
    one: (meetingId) => {
      const { turns, speakers } = store.of(meetingId)
      if (turns.size > 0 || speakers.size > 0) return named(meetingId)
      return labelsOfOne.all({ meetingId }).map(({ speaker }) => speaker)
    },
    all: () => {
      const found = new Map<string, string[]>()
      for (const { meeting_id, speaker } of labelsOfAll.all({})) {
        const labels = found.get(meeting_id)
        if (labels) labels.push(speaker)
        else found.set(meeting_id, [speaker])
      }
      for (const { meeting_id } of corrected.all({})) found.set(meeting_id, named(meeting_id))
      return found
    },
  }
}
