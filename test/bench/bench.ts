import type { Figure } from './figures'

/** What every measurement gets. */
export interface Bench {
  /** A folder for its files, which is removed afterwards. */
  readonly folder: string
  /** How often to measure; the medians count. */
  readonly runs: number
  /** Where to save traces; null for none. */
  readonly traces: string | null
  /** A folder of speech with its words; null for none. */
  readonly speech: string | null
}

export type Measure = (bench: Bench) => Promise<Figure[]>
