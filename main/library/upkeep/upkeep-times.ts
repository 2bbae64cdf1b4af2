import type { Database } from '../database'
import { attempt } from '../sqlite-errors'

/** Times of the upkeep, in ms since 1970, by name. */
export interface UpkeepTimes {
  get(name: string): number | null
  set(name: string, at: number): void
}

export function createUpkeepTimes(database: Database): UpkeepTimes {
  const get = database.statement<{ value: number }>('SELECT value FROM upkeep WHERE key = :name')
  const set = database.statement('INSERT OR REPLACE INTO upkeep (key, value) VALUES (:name, :at)')
  return {
    get: (name) => {
      const found = attempt(() => get.get({ name })?.value ?? null)
      return found.ok ? found.value : null
    },
    // A time that is not stored only means that the work is done again.
    set: (name, at) => void attempt(() => set.run({ name, at: Math.round(at) })),
  }
}
