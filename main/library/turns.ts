import type { SpeakerRevision, Turn, TurnId, TurnPlace, WordlessTurn } from '../../common/model'
import type { Result } from '../../common/errors'
import type { Database } from './database'
import { attempt } from './sqlite-errors'
import { nextRowIdSql } from './row-ids'
import type { TurnIndex } from './turn-index'
import type { IndexWriter } from './search/index-writer'
import { toTurn, type TurnRow } from './turn-rows'
import type { CorrectedTurns } from './corrected-turns'

export interface Turns {
  /**
   * Stores a turn under (sessionId, turnOrder). A final replaces any earlier version; a partial
   * replaces only a partial. Returns the corrected turn, or null if nothing changed or a person
   * removed it. firstSeenMs and finalMs keep their earliest values, and echo keeps what markEcho set.
   */
  upsert(meetingId: string, turn: Turn): Result<Turn | null>
  /** Removes a partial; a final stays. Returns whether there was one. */
  drop(meetingId: string, sessionId: string, turnOrder: number): Result<boolean>
  /** Returns the corrected turns that changed; revisions of unknown turns are ignored. */
  revise(
    meetingId: string,
    sessionId: string,
    revisions: readonly SpeakerRevision[],
  ): Result<Turn[]>
  /** Stores whether turns are echo. Returns the corrected turns for which that changed. */
  markEcho(
    meetingId: string,
    marks: readonly Pick<Turn, 'sessionId' | 'turnOrder' | 'echo'>[],
  ): Result<Turn[]>
  /** The engines' turns that overlap this range, in order. */
  between(meetingId: string, startMs: number, endMs: number): Result<Turn[]>
  /** The engine's last turn of a session, or null. */
  lastOf(meetingId: string, sessionId: string): Result<Turn | null>
  /** The languages of the engines' turns, each once. */
  languages(meetingId: string): Result<string[]>
  /** The engines' turns in the order of the time line. */
  originals(meetingId: string): Result<Turn[]>
  /** The corrected turns, with names. */
  list(meetingId: string): Result<Turn[]>
  /** The corrected turns without their words; `words` returns a part of the words alone. */
  texts(meetingId: string): Result<WordlessTurn[]>
  originalTexts(meetingId: string): Result<WordlessTurn[]>
  words(meetingId: string, after: TurnPlace | null): Result<ReturnType<CorrectedTurns['words']>>
}

export interface TurnsOptions {
  readonly database: Database
  readonly correctedTurns: CorrectedTurns
  readonly turnIndex: TurnIndex
  readonly index: IndexWriter
}

export function createTurns({ database, correctedTurns, turnIndex, index }: TurnsOptions): Turns {
  const upsert = database.statement<Pick<TurnRow, 'id' | 'first_seen_ms' | 'final_ms' | 'echo'>>(`
    INSERT INTO turns (
      id, meeting_id, session_id, turn_order, source, start_ms, end_ms, text, words, is_final,
      speaker, language, timing, first_seen_ms, final_ms, filled_in, echo,
      language_percent
    ) VALUES (
      ${nextRowIdSql('turns', '(SELECT number FROM meetings WHERE meetings.id = :meetingId)')},
      :meetingId, :sessionId, :turnOrder, :source, :startMs, :endMs, :text, :words, :isFinal,
      :speaker, :language, :timing, :firstSeenMs, :finalMs, :filledIn, :echo,
      :languagePercent
    )
    ON CONFLICT (meeting_id, session_id, turn_order) DO UPDATE SET
      source = excluded.source, start_ms = excluded.start_ms, end_ms = excluded.end_ms,
      text = excluded.text, words = excluded.words, is_final = excluded.is_final,
      speaker = excluded.speaker, language = excluded.language,
      language_percent = excluded.language_percent, timing = excluded.timing,
      filled_in = excluded.filled_in,
      first_seen_ms = min(first_seen_ms, excluded.first_seen_ms),
      final_ms = coalesce(final_ms, excluded.final_ms)
    WHERE excluded.is_final = 1 OR turns.is_final = 0
    RETURNING id, first_seen_ms, final_ms, echo`)
  const drop = database.statement<{ id: number }>(`
    DELETE FROM turns WHERE meeting_id = :meetingId AND session_id = :sessionId
    AND turn_order = :turnOrder AND is_final = 0 RETURNING id`)
  // A revision without words changes only the label.
  const revise = database.statement<{ id: number }>(`
    UPDATE turns SET speaker = :speaker, words = coalesce(:words, words)
    WHERE meeting_id = :meetingId AND session_id = :sessionId AND turn_order = :turnOrder
    RETURNING id`)
  const markEcho = database.statement<{ id: number }>(`
    UPDATE turns SET echo = :echo
    WHERE meeting_id = :meetingId AND session_id = :sessionId AND turn_order = :turnOrder
    AND echo <> :echo
    RETURNING id`)
  const one = database.statement<TurnRow>('SELECT * FROM turns WHERE id = :id')
  /** Updates the index with a changed turn and returns the corrected turns. */
  const changed = (meetingId: string, updated: { id: number } | undefined) => {
    const row = updated && one.get({ id: updated.id })
    return row ? turnIndex.changed(meetingId, toTurn(row), row.id).turns : []
  }
  const between = database.statement<TurnRow>(`
    SELECT * FROM turns WHERE meeting_id = :meetingId AND start_ms <= :endMs AND end_ms >= :startMs
    ORDER BY start_ms, end_ms, id`)
  const lastOf = database.statement<TurnRow>(`
    SELECT * FROM turns WHERE meeting_id = :meetingId AND session_id = :sessionId
    ORDER BY turn_order DESC LIMIT 1`)
  const languages = database.statement<{ language: string }>(`
    SELECT DISTINCT language FROM turns WHERE meeting_id = :meetingId AND language IS NOT NULL`)

  return {
    upsert: (meetingId, turn) => {
      // SQLite ends a text at its first NUL (https://sqlite.org/nulinstr.html).
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
          languagePercent: percentOf(turn.languageConfidence),
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
        return own(turn, turnIndex.changed(meetingId, stored, row.id).turns)
      }
      return attempt(() => (turn.isFinal ? database.durableTransaction(kept) : kept()))
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
            return changed(meetingId, row)
          }),
        ),
      ),
    markEcho: (meetingId, marks) =>
      attempt(() =>
        database.transaction(() =>
          marks.flatMap(({ sessionId, turnOrder, echo }) => {
            const row = markEcho.get({ meetingId, sessionId, turnOrder, echo: echo ? 1 : 0 })
            return changed(meetingId, row)
          }),
        ),
      ),
    between: (meetingId, startMs, endMs) =>
      attempt(() => between.all({ meetingId, startMs, endMs }).map(toTurn)),
    lastOf: (meetingId, sessionId) =>
      attempt(() => {
        const row = lastOf.get({ meetingId, sessionId })
        return row ? toTurn(row) : null
      }),
    languages: (meetingId) =>
      attempt(() => languages.all({ meetingId }).map(({ language }) => language)),
    originals: (meetingId) =>
      attempt(() => correctedTurns.originals(meetingId).map(({ turn }) => turn)),
    list: (meetingId) => attempt(() => correctedTurns.all(meetingId)),
    originalTexts: (meetingId) => attempt(() => correctedTurns.originalTexts(meetingId)),
    texts: (meetingId) => attempt(() => correctedTurns.texts(meetingId)),
    words: (meetingId, after) => attempt(() => correctedTurns.words(meetingId, after)),
  }
}

function percentOf(share: number | undefined): number | null {
  return share === undefined ? null : Math.round(share * 100)
}

/** Finds the turn with this identity. */
function own({ sessionId, turnOrder }: TurnId, turns: readonly Turn[]): Turn | null {
  const is = (turn: Turn) => turn.sessionId === sessionId && turn.turnOrder === turnOrder
  return turns.find(is) ?? null
}
