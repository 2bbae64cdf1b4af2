import type { Result } from '../../../common/errors'
import type { ModelUsage, MonthUsage } from '../../../common/model'
import { createStore, type Readable } from '../../shared/store'
import type { MainProcess } from '../stores/main-process'

/** What AssemblyAI has cost. */
export interface Usage {
  /** This month until now; null until main has answered. */
  readonly month: Readable<MonthUsage | null>
  readonly ofMeeting: (id: string) => Promise<Result<ModelUsage[]>>
}

export function createUsage({ call, on, load }: MainProcess): Usage {
  const month = createStore<MonthUsage | null>(null)
  on('usage:changed', month.set)
  load('usage:month', month.set)
  return { month, ofMeeting: (id) => call('usage:meeting', { id }) }
}
