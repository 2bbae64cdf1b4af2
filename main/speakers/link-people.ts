import { likeness, unit, type Voice } from '../../common/people'

/** A person of a meeting, by the voice in all stretches so far. */
export interface Person {
  readonly label: string
  readonly vector: readonly number[]
  readonly speechMs: number
}

/** Voices of one person in two stretches of a meeting are at least this alike. */
const leastLikeness = 0.5

/**
 * Gives each voice of a stretch a label: that of a person who was heard before, if the voices are
 * alike, or a new one. Two voices of a stretch never get the same label, and a label that was given
 * stays.
 */
export function linkPeople(
  known: readonly Person[],
  voices: readonly Voice[],
): { readonly people: Person[]; readonly labels: ReadonlyMap<number, string> } {
  const pairs = voices
    .flatMap((voice) =>
      known.map((person) => ({ voice, person, alike: likeness(voice.vector, person.vector) })),
    )
    .sort((a, b) => b.alike - a.alike)
  const labels = new Map<number, string>()
  const taken = new Set<string>()
  for (const { voice, person, alike } of pairs) {
    if (alike < leastLikeness || labels.has(voice.speaker) || taken.has(person.label)) continue
    labels.set(voice.speaker, person.label)
    taken.add(person.label)
  }
  const all = new Map(known.map((person) => [person.label, person]))
  const rest = voices
    .filter(({ speaker }) => !labels.has(speaker))
    .sort((a, b) => a.speaker - b.speaker)
  for (const voice of rest) {
    const label = labelOf(all.size)
    labels.set(voice.speaker, label)
    all.set(label, { label, vector: unit(voice.vector), speechMs: 0 })
  }
  for (const voice of voices) {
    const person = all.get(labels.get(voice.speaker) ?? '')
    if (person) all.set(person.label, heardAgain(person, voice))
  }
  return { people: [...all.values()], labels }
}

/**
 * Joins people until no more than `most` are left, each time the two whose voices are most alike.
 * The joined one has the label that was given first. Returns the people, and the new label of each
 * old one.
 */
export function joinPeople(
  people: readonly Person[],
  most: number,
): { readonly people: Person[]; readonly labels: ReadonlyMap<string, string> } {
  const labels = new Map(people.map(({ label }) => [label, label]))
  const left = [...people]
  while (left.length > Math.max(1, most)) {
    const { first, second } = mostAlike(left)
    const [one, other] = [left[first], left[second]]
    if (!one || !other) break
    left[first] = heardAgain(one, other)
    left.splice(second, 1)
    for (const [old, now] of labels) if (now === other.label) labels.set(old, one.label)
  }
  return { people: left, labels }
}

function mostAlike(people: readonly Person[]): { first: number; second: number } {
  let best = { first: 0, second: 1, alike: -Infinity }
  for (const [second, other] of people.entries()) {
    for (const [first, one] of people.slice(0, second).entries()) {
      const alike = likeness(one.vector, other.vector)
      if (alike > best.alike) best = { first, second, alike }
    }
  }
  return best
}

/** The mean of what was heard of a person, each part by its length. */
export function heardAgain<P extends Omit<Person, 'label'>>(
  person: P,
  voice: Pick<Voice, 'vector' | 'speechMs'>,
): P {
  const speechMs = person.speechMs + voice.speechMs
  const share = speechMs > 0 ? voice.speechMs / speechMs : 0
  const own = unit(voice.vector)
  const mean = person.vector.map((value, index) => value * (1 - share) + (own[index] ?? 0) * share)
  return { ...person, vector: unit(mean), speechMs }
}

/** A to Z, then numbers from 27 on. */
export function labelOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1)
}
