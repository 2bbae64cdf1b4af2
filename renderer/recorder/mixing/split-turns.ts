import type { Gap, RecorderEvent, Source, SpeakerRevision, Turn } from '../../../preload/model'
import { partAt, partsOf, turnOfPart, type Attribution, type Part } from './attribution'

/** A turn of the session becomes at most so many, so that their numbers stay apart. */
const mostParts = 16
/** So many turns may still be revised. */
const keptTurns = 200

/** Turns the words of a mixed session into those of its sources. */
export interface SplitTurns {
  /** What becomes of an event of the session. `sources`: those that are in the mix now. */
  events(event: RecorderEvent, sources: readonly Source[], newId: () => string): RecorderEvent[]
}

interface Told {
  readonly parts: readonly Part[]
  readonly final: boolean
}

export function createSplitTurns({ louder }: Pick<Attribution, 'louder'>): SplitTurns {
  const told = new Map<string, Told>()
  /** By the session's gap, the ids that its gaps have in each source. */
  const gapIds = new Map<string, Map<Source, string>>()
  let usual: Source = 'microphone'

  const nameOf = (sessionId: string, turnOrder: number) => `${turnOrder} of ${sessionId}`
  const orderOf = (turnOrder: number, part: number) => turnOrder * mostParts + part

  function remember(name: string, now: Told): void {
    told.delete(name)
    told.set(name, now)
    for (const oldest of told.keys()) {
      if (told.size <= keptTurns) return
      told.delete(oldest)
    }
  }

  function split(turn: Turn): RecorderEvent[] {
    const name = nameOf(turn.sessionId, turn.turnOrder)
    const before = told.get(name)
    // A second final must not move words from one source to the other: finals are never taken back.
    const parts = before?.final ? before.parts : fewEnough(partsOf(turn.words, louder, usual))
    remember(name, { parts, final: turn.isFinal || (before?.final ?? false) })
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
    const parts = told.get(nameOf(sessionId, turnOrder))?.parts ?? []
    return parts.map((_, index) => ({
      turnOrder: orderOf(turnOrder, index),
      speaker,
      words: words?.filter(({ startMs }) => partAt(parts, startMs) === index) ?? null,
    }))
  }

  function dropAll(sessionId: string, turnOrder: number): RecorderEvent[] {
    const name = nameOf(sessionId, turnOrder)
    const parts = told.get(name)?.parts ?? []
    told.delete(name)
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
    events: (event, sources, newId) => {
      if (event.type === 'turn') return split(event.turn)
      if (event.type === 'turn-dropped') return dropAll(event.sessionId, event.turnOrder)
      if (event.type === 'gap') return ofEachSource(event.gap, sources, newId)
      if (event.type !== 'speakers') return [event]
      const { sessionId } = event
      const revisions = event.revisions.flatMap((revision) => revise(sessionId, revision))
      return [{ type: 'speakers', sessionId, revisions }]
    },
  }
}

/** The last part takes what there are no more numbers for. */
function fewEnough(parts: readonly Part[]): readonly Part[] {
  return parts
    .slice(0, mostParts)
    .map((part, index) => (index === mostParts - 1 ? { ...part, untilMs: Infinity } : part))
}
