import { isWord, parseJson } from '../../common/stored-words'
import type { Correction } from './corrections/state'

/** Returns null for a damaged correction. */
export function parseCorrection(json: string): Correction | null {
  const found = parseJson(json)
  return isCorrection(found) ? found : null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isCorrection(value: unknown): value is Correction {
  if (!isRecord(value) || !isTurnId(value['from'])) return false
  const { turn } = value
  return (
    isTurnId(turn) &&
    'words' in turn &&
    'text' in turn &&
    typeof turn.text === 'string' &&
    Array.isArray(turn.words) &&
    turn.words.every(isWord)
  )
}

function isTurnId(value: unknown): value is { sessionId: string; turnOrder: number } {
  return (
    isRecord(value) &&
    typeof value['sessionId'] === 'string' &&
    typeof value['turnOrder'] === 'number'
  )
}
