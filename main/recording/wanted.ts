import type { WantedSource } from '../../preload/model'
import { absenceGaps } from './absences'
import type { Running } from './run'
import type { Problems } from './status'

/**
 * Takes over what is wanted now. A source that is switched off leaves nothing behind: it is not
 * missed, and what was wrong with it is not told any more. False where nothing changed.
 */
export function followSources(
  run: Running,
  wanted: readonly WantedSource[],
  problems: Problems,
  newId: () => string,
): boolean {
  if (JSON.stringify(run.wanted) === JSON.stringify(wanted)) return false
  const off = run.wanted.filter((before) => wanted.every(({ source }) => source !== before.source))
  run.wanted = wanted
  for (const { source } of off) {
    const absence = run.absent.get(source)
    if (absence !== undefined) {
      const endMs = run.clock.elapsedMs()
      for (const gap of absenceGaps(run.transcript, run.lanes, source, absence, endMs)) {
        run.transcript.gap({ id: newId(), ...gap })
      }
    }
    run.absent.delete(source)
    run.captured.delete(source)
    run.refused.delete(source)
    run.vitals.absent(source)
    for (const place of ['capture', 'device', 'source', 'session'] as const) {
      problems.set(place, source, null)
    }
  }
  return true
}
