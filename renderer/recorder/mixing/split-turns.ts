import type { Gap, RecorderEvent, Source, SpeakerRevision, Turn } from '../../../common/model'
import { turnKey } from '../../../common/turn-key'
import { partAt, partsOf, turnOfPart, type Attribution, type Part } from './attribution'

/** A turn of the session becomes at most this many, so that their numbers do not collide. */
const mostParts = 16
/** How many turns can still be revised. */
const keptTurns = 200

/** Converts the events of a mixed session to events of its sources. */
export interface SplitTurns {
  /** Returns the events that replace an event of the session. `sources` are in the mix now. */
  split(event: RecorderEvent, sources: readonly Source[], newId: () => string): RecorderEvent[]
}

interface Reported {
  readonly parts: readonly Part[]
  readonly final: boolean
}

export function createSplitTurns({ louder }: Pick<Attribution, 'louder'>): SplitTurns {
  const reported = new Map<string, Reported>()
  /** For each gap of the session, the ids of its gaps in each source. */
  const gapIds = new Map<string, Map<Source, string>>()
  let usual: Source = 'microphone'

  const orderOf = (turnOrder: number, part: number) => turnOrder * mostParts + part

  function remember(key: string, now: Reported): void {
    reported.delete(key)
    reported.set(key, now)
    for (const oldest of reported.keys()) {
      if (reported.size <= keptTurns) return
      reported.delete(oldest)
    }
  }

  function splitTurn(turn: Turn): RecorderEvent[] {
    const key = turnKey(turn)
    const before = reported.get(key)
    // A second final must not move words to another source: finals are never taken back.
    const parts = before?.final ? before.parts : fewEnough(partsOf(turn.words, louder, usual))
    remember(key, { parts, final: turn.isFinal || (before?.final ?? false) })
    usual = parts.at(-1)?.source ?? usual
    const turns = parts.flatMap((_, index): RecorderEvent[] => {
      const part = turnOfPart(turn, parts, index)
      if (part === null) return []
      return [{ type: 'turn', turn: { ...part, turnOrder: orderOf(turn.turnOrder, index) } }]
    })
    const fewer = (before?.parts ?? []).slice(parts.length)
    const { sessionId, turnOrder } = turn
    const dropped = fewer.map((part, index) =>
      drop(part, sessionId, orderOf(turnOrder, parts.length + index)),
    )
    return [...dropped, ...turns]
  }

  function drop({ source }: Part, sessionId: string, turnOrder: number): RecorderEvent {
    return { type: 'turn-dropped', source, sessionId, turnOrder }
  }

  function revise(sessionId: string, revision: SpeakerRevision): SpeakerRevision[] {
    const { turnOrder, speaker, words } = revision
    const parts = reported.get(turnKey({ sessionId, turnOrder }))?.parts ?? []
    return parts.map((_, index) => ({
      turnOrder: orderOf(turnOrder, index),
      speaker,
      words: words?.filter(({ startMs }) => partAt(parts, startMs) === index) ?? null,
    }))
  }

  function dropAll(sessionId: string, turnOrder: number): RecorderEvent[] {
    const key = turnKey({ sessionId, turnOrder })
    const parts = reported.get(key)?.parts ?? []
    reported.delete(key)
    return parts.map((part, index) => drop(part, sessionId, orderOf(turnOrder, index)))
  }

  function ofEachSource(
    gap: Gap,
    sources: readonly Source[],
    newId: () => string,
  ): RecorderEvent[] {
    const ids = gapIds.get(gap.id) ?? new Map<Source, string>()
    gapIds.set(gap.id, ids)
    return sources.map((source) => {
      const id = ids.get(source) ?? newId()
      ids.set(source, id)
      return { type: 'gap', gap: { ...gap, id, source } }
    })
  }

  return {
    split: (event, sources, newId) => {
      if (event.type === 'turn') return splitTurn(event.turn)
      if (event.type === 'turn-dropped') return dropAll(event.sessionId, event.turnOrder)
      if (event.type === 'gap') return ofEachSource(event.gap, sources, newId)
      if (event.type !== 'speakers') return [event]
      const { sessionId } = event
      const revisions = event.revisions.flatMap((revision) => revise(sessionId, revision))
      return [{ type: 'speakers', sessionId, revisions }]
    },
  }
}

/** The last part takes the words for which no numbers are left. */
function fewEnough(parts: readonly Part[]): readonly Part[] {
  return parts
    .slice(0, mostParts)
    .map((part, index) => (index === mostParts - 1 ? { ...part, untilMs: Infinity } : part))
}
