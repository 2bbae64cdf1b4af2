import { turnKey } from '../../../../common/turn-key'
import type { Turn, TurnId } from '../../../../common/model'
import type { Row } from '../model/rows'
import type { TranscriptTurn } from '../model/turn-words'

/** A service formats a final shortly after it has sent it, in ms. */
const settleMs = 500

/** What a screen reader reads of a meeting while it is recorded. */
export interface Announcements {
  /** Adds finals. A turn that comes again replaces itself, unless it was read already. */
  readonly add: (finals: readonly Turn[]) => void
  readonly end: () => void
}

/**
 * Calls `say` with the turns since the last call, in order, at most once in `pauseMs`. A partial is
 * never added, because it would be read again and again.
 */
export function createAnnouncements({
  pauseMs,
  say,
}: {
  readonly pauseMs: number
  readonly say: (turns: readonly Turn[]) => void
}): Announcements {
  const said = new Set<string>()
  const waiting = new Map<string, Turn>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function sayWaiting(): void {
    timer = undefined
    if (waiting.size === 0) return
    say([...waiting.values()])
    for (const key of waiting.keys()) said.add(key)
    waiting.clear()
    timer = setTimeout(sayWaiting, Math.max(pauseMs, settleMs))
  }

  return {
    add: (finals) => {
      for (const turn of finals) {
        const key = turnKey(turn)
        if (!said.has(key)) waiting.set(key, turn)
      }
      if (waiting.size > 0) timer ??= setTimeout(sayWaiting, settleMs)
    },
    end: () => clearTimeout(timer),
  }
}

/** These turns as they are shown now, without those that were removed or are echo after all. */
export function shownNow(
  turns: readonly TurnId[],
  rows: readonly Row[],
): readonly TranscriptTurn[] {
  const wanted = new Set(turns.map(turnKey))
  return rows.flatMap((row) => (row.kind === 'turn' && wanted.has(row.key) ? [row.turn] : []))
}
