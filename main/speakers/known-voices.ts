import { likeness } from '../../common/people'
import type { Person } from './link-people'
import type { StoredVoice } from './voice-store'

/** A kept voice that one of a meeting's people has. */
export interface KnownVoice {
  readonly label: string
  readonly voiceId: string
}

/**
 * How sure a suggestion is. From what others report of such models; not measured here. A wrong one
 * costs a press, because nobody is named without one.
 */
const sure = { sameVoice: 0.6, lead: 0.1 } as const

/**
 * Finds the kept voices among the people of a meeting: each voice is at most one of them. Vectors of
 * another model say nothing and are left out.
 */
export function knownVoices(
  people: readonly Person[],
  voices: readonly StoredVoice[],
  model: string,
): KnownVoice[] {
  const own = voices.filter((voice) => voice.model === model)
  const pairs = people
    .flatMap((person) => {
      const [best, second] = own
        .map((voice) => ({ person, voice, alike: likeness(person.vector, voice.vector) }))
        .sort((a, b) => b.alike - a.alike)
      if (!best || best.alike < sure.sameVoice) return []
      return best.alike - (second?.alike ?? -1) >= sure.lead ? [best] : []
    })
    .sort((a, b) => b.alike - a.alike)
  const taken = new Set<string>()
  return pairs.flatMap(({ person: { label }, voice: { id } }) => {
    if (taken.has(id)) return []
    taken.add(id)
    return [{ label, voiceId: id }]
  })
}
