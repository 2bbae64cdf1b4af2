import type { WordlessTurn } from '../../../../common/model'
import { joinWords } from '../../../../common/text/join-words'
import type { TranscriptSession } from './transcript-session'
import type { TranscriptTurn } from './turn-words'

/**
 * The text before any correction for the time of this turn. A turn that was split or joined has no
 * single original turn, so the time range decides.
 */
export function originalText(
  original: readonly WordlessTurn[],
  { source, startMs, endMs }: Pick<TranscriptTurn, 'source' | 'startMs' | 'endMs'>,
): string {
  return joinWords(
    original
      .filter((turn) => turn.source === source && turn.startMs < endMs && turn.endMs > startMs)
      .map((turn) => turn.text),
  )
}

/** Shows the original text under a turn, or hides it. `load` loads it if it is not here yet. */
export function toggleOriginal(
  session: TranscriptSession,
  key: string,
  load: () => Promise<void>,
): void {
  const shown = new Set(session.originalShown.get())
  if (!shown.delete(key)) {
    shown.add(key)
    void load()
  }
  session.originalShown.set(shown)
}
