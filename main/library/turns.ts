import type { SpeakerRevision, Turn, Word } from '../../preload/model'
import type { Result } from '../../preload/errors'
import { attempt, type Database } from './database'

export interface Turns {
  /**
   * Stores a turn under (sessionId, turnOrder). A final replaces whatever is there; a partial
   * replaces a partial and never a final. Gives the turn as it now stands, or null where it
   * changed nothing. firstSeenMs and finalMs keep their earliest values, and echo what markEcho said.
   */
  upsert(meetingId: string, turn: Turn): Result<Turn | null>
  /** Forgets a partial; a final stays. True where there was one. */
  drop(meetingId: string, sessionId: string, turnOrder: number): Result<boolean>
  /** Gives the turns that changed; a revision of an unknown turn is left out. */
  revise(
    meetingId: string,
    sessionId: string,
    revisions: readonly SpeakerRevision[],
  ): Result<Turn[]>
  /** Says whether these turns are echo; gives those for which that is new. */
  markEcho(
    meetingId: string,
    marks: readonly Pick<Turn, 'sessionId' | 'turnOrder' | 'echo'>[],
  ): Result<Turn[]>
  /** Those that have a part between these times, in the order in which they were said. */
  between(meetingId: string, startMs: number, endMs: number): Result<Turn[]>
  /** In the order in which they were said. */
  list(meetingId: string): Result<Turn[]>
}

interface TurnRow {
  session_id: string
  turn_order: number
  source: Turn['source']
  start_ms: number
  end_ms: number
  text: string
  words: string
  is_final: number
  speaker: string | null
  language: string | null
  timing: Turn['timing']
  first_seen_ms: number
  final_ms: number | null
  filled_in: number
  echo: number
}

export function createTurns(database: Database): Turns {
  const upsert = database.statement<Pick<TurnRow, 'first_seen_ms' | 'final_ms' | 'echo'>>(`
    INSERT INTO turns (
      meeting_id, session_id, turn_order, source, start_ms, end_ms, text, words, is_final,
      speaker, language, timing, first_seen_ms, final_ms, filled_in, echo
    ) VALUES (
      :meetingId, :sessionId, :turnOrder, :source, :startMs, :endMs, :text, :words, :isFinal,
      :speaker, :language, :timing, :firstSeenMs, :finalMs, :filledIn, :echo
    )
    ON CONFLICT (meeting_id, session_id, turn_order) DO UPDATE SET
      source = excluded.source, start_ms = excluded.start_ms, end_ms = excluded.end_ms,
      text = excluded.text, words = excluded.words, is_final = excluded.is_final,
      speaker = excluded.speaker, language = excluded.language, timing = excluded.timing,
      filled_in = excluded.filled_in,
      first_seen_ms = min(first_seen_ms, excluded.first_seen_ms),
      final_ms = coalesce(final_ms, excluded.final_ms)
    WHERE excluded.is_final = 1 OR turns.is_final = 0
    RETURNING first_seen_ms, final_ms, echo`)
  const drop = database.statement(`
    DELETE FROM turns WHERE meeting_id = :meetingId AND session_id = :sessionId
    AND turn_order = :turnOrder AND is_final = 0`)
  // A revision without words is about the label alone.
  const revise = database.statement<TurnRow>(`
    UPDATE turns SET speaker = :speaker, words = coalesce(:words, words)
    WHERE meeting_id = :meetingId AND session_id = :sessionId AND turn_order = :turnOrder
    RETURNING *`)
  const markEcho = database.statement<TurnRow>(`
    UPDATE turns SET echo = :echo
    WHERE meeting_id = :meetingId AND session_id = :sessionId AND turn_order = :turnOrder
    AND echo <> :echo
    RETURNING *`)
  const between = database.statement<TurnRow>(`
    SELECT * FROM turns WHERE meeting_id = :meetingId AND start_ms <= :endMs AND end_ms >= :startMs
    ORDER BY start_ms, end_ms, id`)
  const list = database.statement<TurnRow>(`
    SELECT * FROM turns WHERE meeting_id = :meetingId ORDER BY start_ms, end_ms, id`)

  return {
    upsert: (meetingId, turn) => {
      // SQLite ends a text at its first NUL.
      const text = turn.text.replaceAll('\0', '')
      const store = () =>
        upsert.get({
          meetingId,
          sessionId: turn.sessionId,
          turnOrder: turn.turnOrder,
          source: turn.source,
          startMs: turn.startMs,
          endMs: turn.endMs,
          text,
          words: JSON.stringify(turn.words),
          isFinal: turn.isFinal ? 1 : 0,
          speaker: turn.speaker,
          language: turn.language,
          timing: turn.timing,
          firstSeenMs: turn.firstSeenMs,
          finalMs: turn.finalMs,
          filledIn: turn.filledIn ? 1 : 0,
          echo: turn.echo ? 1 : 0,
        })
      return attempt(() => {
        const row = turn.isFinal ? database.durably(store) : store()
        if (!row) return null
        const { first_seen_ms: firstSeenMs, final_ms: finalMs } = row
        return { ...turn, text, firstSeenMs, finalMs, echo: row.echo === 1 }
      })
    },
    drop: (meetingId, sessionId, turnOrder) =>
      attempt(() => drop.run({ meetingId, sessionId, turnOrder }) > 0),
    revise: (meetingId, sessionId, revisions) =>
      attempt(() =>
        database.transaction(() =>
          revisions.flatMap(({ turnOrder, speaker, words }) => {
            const row = revise.get({
              meetingId,
              sessionId,
              turnOrder,
              speaker,
              words: words === null ? null : JSON.stringify(words),
            })
            return row ? [toTurn(row)] : []
          }),
        ),
      ),
    markEcho: (meetingId, marks) =>
      attempt(() =>
        database.transaction(() =>
          marks.flatMap(({ sessionId, turnOrder, echo }) => {
            const row = markEcho.get({ meetingId, sessionId, turnOrder, echo: echo ? 1 : 0 })
            return row ? [toTurn(row)] : []
          }),
        ),
      ),
    between: (meetingId, startMs, endMs) =>
      attempt(() => between.all({ meetingId, startMs, endMs }).map(toTurn)),
    list: (meetingId) => attempt(() => list.all({ meetingId }).map(toTurn)),
  }
}

function toTurn(row: TurnRow): Turn {
  return {
    source: row.source,
    sessionId: row.session_id,
    turnOrder: row.turn_order,
    startMs: row.start_ms,
    endMs: row.end_ms,
    text: row.text,
    // Written by upsert and revise only, from words that were parsed at the boundary.
    words: JSON.parse(row.words) as Word[],
    isFinal: row.is_final === 1,
    speaker: row.speaker,
    language: row.language,
    timing: row.timing,
    firstSeenMs: row.first_seen_ms,
    finalMs: row.final_ms,
    filledIn: row.filled_in === 1,
    echo: row.echo === 1,
  }
}
