import { likeness, unit } from '../../common/people'
import { heardAgain, labelOf, type Person } from './link-people'

/**
 * How sure a live label must be. From what others report of such models (one person is mostly above
 * 0.6, two people below 0.4); not measured here, because no weights could be had.
 */
const sure = { sameVoice: 0.6, lead: 0.15, otherVoice: 0.35, halves: 0.5 } as const
/** A voice is known again from this much speech on, and new from this much on, in ms. */
const leastMs = 1_500
const leastNewMs = 2_000

/** The voice of one turn: in one piece or in two halves. */
export interface HeardVoice {
  readonly pieces: readonly (readonly number[] | null)[]
  readonly speechMs: number
}

/** The people of a running meeting, by what was heard so far. */
export interface LiveVoices {
  /** The label of a turn's voice, or null where it is not clear. */
  hear(heard: HeardVoice): string | null
}

/**
 * Labels turns as they come. A turn gets a label only if both of its halves are the same voice, and if
 * that voice clearly is one that was heard, or clearly none of them. `most` is the number of people
 * that speak at most, or null. A label that was given stays with its voice.
 */
export function createLiveVoices(most: number | null): LiveVoices {
  let people: Person[] = []
  return {
    hear({ pieces, speechMs }) {
      const vector = oneVoice(pieces)
      if (vector === null || speechMs < leastMs) return null
      const voice = { vector, speechMs }
      const [best, second] = people
        .map((person) => ({ person, alike: likeness(person.vector, vector) }))
        .sort((a, b) => b.alike - a.alike)
      const isKnown =
        best !== undefined &&
        best.alike >= sure.sameVoice &&
        best.alike - (second?.alike ?? -1) >= sure.lead
      if (isKnown) {
        const { label } = best.person
        people = people.map((one) => (one.label === label ? heardAgain(one, voice) : one))
        return label
      }
      const isNew = best === undefined || best.alike < sure.otherVoice
      const isFull = most !== null && people.length >= most
      if (!isNew || isFull || speechMs < leastNewMs) return null
      const label = labelOf(people.length)
      people = [...people, { label, ...voice }]
      return label
    },
  }
}

/** The mean of the pieces, or null if they are not of one voice. */
function oneVoice(pieces: HeardVoice['pieces']): number[] | null {
  const [first, second] = pieces
  if (!first) return null
  if (pieces.length === 1) return unit(first)
  if (!second || likeness(first, second) < sure.halves) return null
  return unit(first.map((value, index) => value + (second[index] ?? 0)))
}
