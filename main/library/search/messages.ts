import { z } from 'zod'
import type { Result } from '../../../preload/errors'
import { searchQuerySchema, type SearchFilters, type SearchResult } from '../../../preload/model'

/** What main asks the thread that searches; it answers each with an Answer of the same number. */
export const requestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('find'), number: z.number(), query: searchQuerySchema }),
  z.object({ type: z.literal('filters'), number: z.number() }),
])
export type Request = z.infer<typeof requestSchema>

export interface Answer {
  readonly number: number
  readonly result: Result<SearchResult | SearchFilters>
}
