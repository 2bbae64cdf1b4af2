import { ok, type Result } from '../../common/errors'
import type { Library } from './library'

/** What a person does with a meeting that was not stopped properly. */
export type RecoveredAnswer = 'opened' | 'later'

/** The meetings that were not stopped properly and that the window still offers. */
export interface Recovered {
  /** The newest first. */
  list(): Result<string[]>
  /** `later` lasts until the next start; a meeting that was opened is never offered again. */
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
