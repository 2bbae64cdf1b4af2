import { ok, type Result } from '../preload/errors'
import type { Library } from './library/library'

/** What a person does with a meeting that had no clean stop. */
export type RecoveredAnswer = 'opened' | 'later'

/** The meetings without a clean stop that are still to be offered. */
export interface Recovered {
  /** The newest first. */
  list(): Result<string[]>
  /** `later` holds until the next start; what was opened is never offered again. */
  answer(id: string, answer: RecoveredAnswer): Result<undefined>
}

export function createRecovered(library: Pick<Library, 'meetings' | 'readOnly'>): Recovered {
  const later = new Set<string>()
  return {
    list: () => {
      if (library.readOnly !== null) return ok([])
      const found = library.meetings.recovered()
      return found.ok ? ok(found.value.filter((id) => !later.has(id))) : found
    },
    answer: (id, answer) => {
      later.add(id)
      return answer === 'opened' ? library.meetings.setSeen(id) : ok(undefined)
    },
  }
}
