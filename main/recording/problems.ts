import type { ErrorValue } from '../../common/errors'
import type { Source } from '../../common/model'

/** Where a problem comes from. Each place has at most one problem per source, and clears it itself. */
export const problemPlaces = [
  'audio',
  'text',
  'recorder',
  'capture',
  'device',
  'disk',
  'source',
  'heard',
  'connection',
  'session',
  'model',
  'setting',
  'warning',
  'words',
  'delay',
  'power',
] as const
export type ProblemPlace = (typeof problemPlaces)[number]

/** The problems that the status shows now. They stay after their recording has ended. */
export interface Problems {
  /** Sets a problem, or clears it with null. Returns true if the status changes. */
  set(place: ProblemPlace, source: Source | null, error: ErrorValue | null): boolean
  /** The worst first: dangers to the recording before delays of its text. */
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
