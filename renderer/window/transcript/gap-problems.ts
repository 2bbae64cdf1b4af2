import type { GapProblem } from '../../../common/model'
import { createStore, type Readable } from '../../shared/store'
import type { MainProcess } from '../stores/main-process'

/** Why gaps stay open, of all meetings. */
export function createGapProblems({ on, load }: MainProcess): Readable<readonly GapProblem[]> {
  const problems = createStore<readonly GapProblem[]>([])
  on('gaps:problems-changed', problems.set)
  load('gaps:problems', problems.set)
  return problems
}
