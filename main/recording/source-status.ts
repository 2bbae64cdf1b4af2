import { capturedSourceSchema, type Source, type SourceStatus } from '../../preload/model'
import type { Running } from './run'

/** Each source once, as people see it; all are off without a recording. */
export function sourceStatuses(run: Running | null): SourceStatus[] {
  return capturedSourceSchema.options.map((source) => ({
    source,
    state: run === null ? 'off' : stateOf(run, source),
    label: run?.captured.get(source) ?? null,
  }))
}

function stateOf(run: Running, source: Source): SourceStatus['state'] {
  if (!run.wanted.some((wanted) => wanted.source === source)) return 'off'
  if (run.refused.has(source)) return 'away'
  if (run.absent.has(source)) return 'opening'
  return run.captured.has(source) ? 'on' : 'opening'
}
