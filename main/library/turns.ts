import type { SpeakerRevision, Turn, TurnId, TurnWords, WordlessTurn } from '../../preload/model'
import type { Result } from '../../preload/errors'
import { attempt, type Database } from './database'
import { nextPlaceSql } from './places'
import type { Reading } from './reading'
import type { IndexWriter } from './search/index-writer'
import { toTurn, type TurnRow } from './turn-rows'
import type { Views } from './views'

export interface Turns {
  /**
   * Stores a turn under (sessionId, turnOrder). A final replaces whatever is there; a partial
   * replaces a partial and never a final. Gives the turn as it is now read, or null where nothing
   * changed, or a person took it out. firstSeenMs and finalMs keep their earliest values, and echo
   * what markEcho said.
   */
  upsert(meetingId: string, turn: Turn): Result<Turn | null>
  /** Forgets a partial; a final stays. True where there was one. */
  drop(meetingId: string, sessionId: string, turnOrder: number): Result<boolean>
  /** Gives the turns that changed, as read; a revision of an unknown turn is left out. */
  revise(
    meetingId: string,
    sessionId: string,
    revisions: readonly SpeakerRevision[],
  ): Result<Turn[]>
  /** Says whether these turns are echo; gives those for which that is new, as read. */
  markEcho(
    meetingId: string,
    marks: readonly Pick<Turn, 'sessionId' | 'turnOrder' | 'echo'>[],
  ): Result<Turn[]>
  /** Of the engines' turns those that have a part between these times, in order. */
  between(meetingId: string, startMs: number, endMs: number): Result<Turn[]>
  /** As the engines said them, in the order of the time line. */
  originals(meetingId: string): Result<Turn[]>
  /** As they are read: corrected, with names. */
  list(meetingId: string): Result<Turn[]>
  /** The same turns without their words, and the words of them alone. */
  texts(meetingId: string): Result<WordlessTurn[]>
  originalTexts(meetingId: string): Result<WordlessTurn[]>
  words(meetingId: string): Result<TurnWords[]>
}

export function createTurns(
  database: Database,
  views: Views,
  reading: Reading,
  index: IndexWriter,
): Turns {
  const upsert = database.statement<Pick<TurnRow, 'id' | 'first_seen_ms' | 'final_ms' | 'echo'>>(`
    INSERT INTO turns (
      id, meeting_id, session_id, turn_order, source, start_ms, end_ms, text, words, is_final,
      speaker, language, timing, first_seen_ms, final_ms, filled_in, echo
    ) VALUES (
      ${nextPlaceSql('turns', '(SELECT number FROM meetings WHERE meetings.id = :meetingId)')},
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
    RETURNING id, first_seen_ms, final_ms, echo`)
  const drop = database.statement<{ id: number }>(`
    DELETE FROM turns WHERE meeting_id = :meetingId AND session_id = :sessionId
    AND turn_order = :turnOrder AND is_final = 0 RETURNING id`)
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
      const kept = () => {
        const row = store()
        if (!row) return null
        const { first_seen_ms: firstSeenMs, final_ms: finalMs } = row
        const stored = { ...turn, text, firstSeenMs, finalMs, echo: row.echo === 1 }
        return own(turn, reading.changed(meetingId, stored, row.id).turns)
      }
      return attempt(() => (turn.isFinal ? database.durably(kept) : kept()))
    },
    drop: (meetingId, sessionId, turnOrder) =>
      attempt(() =>
        database.transaction(() => {
          const row = drop.get({ meetingId, sessionId, turnOrder })
          if (row) index.turn(row.id, null, '')
          return row !== undefined
        }),
      ),
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
            return row ? reading.changed(meetingId, toTurn(row), row.id).turns : []
          }),
        ),
      ),
    markEcho: (meetingId, marks) =>
      attempt(() =>
        database.transaction(() =>
          marks.flatMap(({ sessionId, turnOrder, echo }) => {
            const row = markEcho.get({ meetingId, sessionId, turnOrder, echo: echo ? 1 : 0 })
            return row ? reading.changed(meetingId, toTurn(row), row.id).turns : []
          }),
        ),
      ),
    between: (meetingId, startMs, endMs) =>
      attempt(() => between.all({ meetingId, startMs, endMs }).map(toTurn)),
    originals: (meetingId) => attempt(() => views.originals(meetingId).map(({ turn }) => turn)),
    list: (meetingId) => attempt(() => views.all(meetingId)),
    originalTexts: (meetingId) => attempt(() => views.originalTexts(meetingId)),
    texts: (meetingId) => attempt(() => views.texts(meetingId)),
    words: (meetingId) => attempt(() => views.words(meetingId)),
  }
}

/** Of the turns that changed the one with this identity. */
function own({ sessionId, turnOrder }: TurnId, turns: readonly Turn[]): Turn | null {
  const is = (turn: Turn) => turn.sessionId === sessionId && turn.turnOrder === turnOrder
  return turns.find(is) ?? null
}
