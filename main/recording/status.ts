import type { ErrorValue } from '../../preload/errors'
import type { ConnectionState, Source, Turn } from '../../preload/model'

/** Where a problem comes from; each place has at most one, and clears it itself. */
export const problemPlaces = [
  'audio',
  'text',
  'recorder',
  'capture',
  'device',
  'disk',
  'source',
  'connection',
  'session',
  'words',
  'delay',
  'power',
] as const
export type ProblemPlace = (typeof problemPlaces)[number]

export interface Problems {
  /** True where this changed what there is to tell. */
  set(place: ProblemPlace, source: Source | null, error: ErrorValue | null): boolean
  /** The worst first: what endangers the recording before what delays its text. */
  all(): ErrorValue[]
  clear(places: readonly ProblemPlace[]): void
}

export function createProblems(): Problems {
  const known = new Map<string, ErrorValue>()
  const all = () =>
    problemPlaces.flatMap((place) =>
      [...known].flatMap(([key, error]) => (key.startsWith(`${place}:`) ? error : [])),
    )
  return {
    set: (place, source, error) => {
      const key = `${place}:${source ?? 'all'}`
      const before = known.get(key)
      if (error === null) known.delete(key)
      else known.set(key, error)
      return before?.code !== error?.code
    },
    all,
    clear: (places) => {
      for (const key of known.keys()) {
        if (places.some((place) => key.startsWith(`${place}:`))) known.delete(key)
      }
    },
  }
}

const fromBest: readonly ConnectionState[] = ['live', 'catching-up', 'connecting', 'offline']

/** The connection that the status line shows: that of the source which is worst off. */
export function worstConnection(states: Iterable<ConnectionState>): ConnectionState | null {
  let worst = -1
  for (const state of states) worst = Math.max(worst, fromBest.indexOf(state))
  return fromBest[worst] ?? null
}

export interface LiveDelay {
  /** null before the first word. */
  readonly ms: number | null
  arrived(turn: Turn, elapsedMs: number): void
}

/**
 * How far text is behind speech: from the end of the last word to its arrival. Only a word later
 * than all before tells; the same words once more, such as formatted, tell nothing.
 */
export function createLiveDelay(): LiveDelay {
  let newestMs = -1
  let delayMs: number | null = null
  return {
    get ms() {
      return delayMs
    },
    arrived: (turn, elapsedMs) => {
      const endMs = turn.words.at(-1)?.endMs
      if (endMs === undefined || endMs <= newestMs) return
      newestMs = endMs
      delayMs = Math.max(0, elapsedMs - endMs)
    },
  }
}
