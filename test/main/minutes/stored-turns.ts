import type { WordlessTurn } from '../../../common/model'

/** A final turn of the microphone with these parts. */
export function wordlessTurn(parts: Partial<WordlessTurn>): WordlessTurn {
  return {
    source: 'microphone',
    sessionId: 'session',
    turnOrder: 0,
    startMs: 0,
    endMs: (parts.startMs ?? 0) + 1_000,
    text: '',
    isFinal: true,
    speaker: 'Dana',
    language: 'en',
    timing: 'measured',
    firstSeenMs: 0,
    finalMs: 0,
    filledIn: false,
    echo: false,
    ...parts,
  }
}
