import { z } from 'zod'
import type { Result } from '../../../common/errors'
import { searchQuerySchema } from '../../../common/schemas'
import type { SearchFilters, SearchResult } from '../../../common/model'

/** A request of main to the search thread; the thread sends one Answer with the same number. */
export const requestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('find'), number: z.number(), query: searchQuerySchema }),
  z.object({ type: z.literal('filters'), number: z.number() }),
  z.object({ type: z.literal('check'), number: z.number(), kind: z.enum(['quick', 'full']) }),
  z.object({ type: z.literal('copy'), number: z.number(), path: z.string() }),
])
export type Request = z.infer<typeof requestSchema>

export interface Answer {
  readonly number: number
  readonly result: Result<SearchResult | SearchFilters | string[] | undefined>
}
