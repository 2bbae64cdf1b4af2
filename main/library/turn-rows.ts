import type { Turn, Word, WordlessTurn } from '../../preload/model'

/** A row of the table of turns. */
export interface TurnRow {
  id: number
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

export function toTurn(row: TurnRow): Turn {
  // Written by the table of turns only, from words that were parsed at the boundary.
  return { ...toWordlessTurn(row), words: JSON.parse(row.words) as Word[] }
}

export function toWordlessTurn(row: Omit<TurnRow, 'words'>): WordlessTurn {
  return {
    source: row.source,
    sessionId: row.session_id,
    turnOrder: row.turn_order,
    startMs: row.start_ms,
    endMs: row.end_ms,
    text: row.text,
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
