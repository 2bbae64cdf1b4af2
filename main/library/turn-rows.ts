import type { Turn, WordlessTurn } from '../../common/model'
import { parseWords } from '../../common/stored-words'
import { sourceOr, timingOf } from './stored-values'

/** A row of the table `turns`. */
export interface TurnRow {
  id: number
  session_id: string
  turn_order: number
  source: string
  start_ms: number
  end_ms: number
  text: string
  words: string
  is_final: number
  speaker: string | null
  language: string | null
  /** Missing if a migration failed and the library is read-only. */
  language_percent?: number | null
  timing: string
  first_seen_ms: number
  final_ms: number | null
  filled_in: number
  echo: number
}

export function toTurn(row: TurnRow): Turn {
  return { ...toWordlessTurn(row), words: parseWords(row.words) }
}

export function toWordlessTurn(row: Omit<TurnRow, 'words'>): WordlessTurn {
  return {
    source: sourceOr(row.source),
    sessionId: row.session_id,
    turnOrder: row.turn_order,
    startMs: row.start_ms,
    endMs: row.end_ms,
    text: row.text,
    isFinal: row.is_final === 1,
    speaker: row.speaker,
    language: row.language,
    ...(row.language_percent != null && { languageConfidence: row.language_percent / 100 }),
    timing: timingOf(row.timing),
    firstSeenMs: row.first_seen_ms,
    finalMs: row.final_ms,
    filledIn: row.filled_in === 1,
    echo: row.echo === 1,
  }
}
