import type { Turn } from '../../common/model'
import { overlapMs } from '../../common/time'
import type { LabelledSpeech } from './label-words'
import { labelOf } from './link-people'

/**
 * The labels that found people keep: whoever speaks most of the time of a label that turns have
 * already is that person, so that a name which was given to the label stays with the voice. Others
 * get the next free label, in the order of `speech`. Returns the label to use for each found one.
 */
export function keepLabels(
  speech: readonly LabelledSpeech[],
  turns: readonly Pick<Turn, 'startMs' | 'endMs' | 'speaker'>[],
): ReadonlyMap<string, string> {
  const shared = new Map<string, { found: string; label: string; ms: number }>()
  for (const turn of turns) {
    if (turn.speaker === null) continue
    for (const part of speech) {
      const ms = overlapMs(turn, part)
      if (ms <= 0) continue
      const key = `${part.label} ${turn.speaker}`
      const known = shared.get(key) ?? { found: part.label, label: turn.speaker, ms: 0 }
      shared.set(key, { ...known, ms: known.ms + ms })
    }
  }
  const kept = new Map<string, string>()
  const used = new Set<string>()
  for (const { found, label } of [...shared.values()].sort((a, b) => b.ms - a.ms)) {
    if (kept.has(found) || used.has(label)) continue
    kept.set(found, label)
    used.add(label)
  }
  let next = 0
  for (const { label: found } of speech) {
    if (kept.has(found)) continue
    while (used.has(labelOf(next))) next += 1
    kept.set(found, labelOf(next))
    used.add(labelOf(next))
  }
  return kept
}
