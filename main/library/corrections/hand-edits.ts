import type { Source, TurnId } from '../../../common/model'
import type { Range } from '../../../common/time'
import { turnKey } from '../../../common/turn-key'
import type { Patch } from './state'

/** What a person wrote and removed by hand. */
export interface HandEdits {
  readonly turns: readonly TurnId[]
  /** Where a person removed a turn. */
  readonly removed: readonly (Range & { readonly source: Source })[]
}

/** Collects the turns whose text a person wrote. Both halves of a split turn count, and a joined one. */
export function handEditsOf(patches: readonly Patch[]): HandEdits {
  const turns = new Map<string, TurnId>()
  const removed = new Map<string, HandEdits['removed'][number]>()
  for (const { kind, turns: changed } of patches) {
    const isByHand = kind === 'text' || changed.some(({ id }) => turns.has(turnKey(id)))
    if (!isByHand) continue
    for (const { id, after } of changed) {
      const key = turnKey(id)
      turns.set(key, id)
      removed.delete(key)
      if (kind !== 'text' || after?.hidden !== true) continue
      const { source, startMs, endMs } = after.turn
      removed.set(key, { source, startMs, endMs })
    }
  }
  return { turns: [...turns.values()], removed: [...removed.values()] }
}
