import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelOfTurn, labelWords } from '../../../main/speakers/label-words'
import { keepLabels } from '../../../main/speakers/keep-labels'
import { joinPeople, linkPeople, type Person } from '../../../main/speakers/link-people'
import { unit, type Speech, type Voice } from '../../../common/people'
import { mergeSmall, renumbered } from '../../../main/local-engine/speakers/speech-of-people'

/** A voice in its own direction, with a little of another. */
function voice(speaker: number, direction: number, speechMs = 10_000): Voice {
  const vector = Array.from({ length: 8 }, (_, index) => (index === direction ? 1 : 0.1))
  return { speaker, speechMs, vector: unit(vector) }
}

const speech = fc
  .array(
    fc.record({
      startMs: fc.nat(100_000),
      length: fc.integer({ min: 100, max: 6_000 }),
      speaker: fc.nat(6),
    }),
    { maxLength: 30 },
  )
  .map((parts): Speech[] =>
    parts.map(({ startMs, length, speaker }) => ({ startMs, endMs: startMs + length, speaker })),
  )

test('numbers have no holes and follow the first appearance', () => {
  fc.assert(
    fc.property(speech, (parts) => {
      const result = renumbered(parts)
      const seen = [...new Set(result.map(({ speaker }) => speaker))]
      expect(seen).toEqual(seen.map((_, index) => index))
    }),
  )
})

test('merging loses no speech, makes no people, and keeps as many as were given', () => {
  fc.assert(
    fc.property(speech, fc.option(fc.integer({ min: 1, max: 5 })), (parts, people) => {
      const before = new Set(parts.map(({ speaker }) => speaker))
      const voices = [...before].map((speaker) => voice(speaker, speaker))
      const after = mergeSmall(parts, voices, people)
      const spans = (list: readonly Speech[]) =>
        list.map(({ startMs, endMs }) => `${startMs}-${endMs}`).sort()
      expect(spans(after)).toEqual(spans(parts))
      const count = new Set(after.map(({ speaker }) => speaker)).size
      expect(count).toBeLessThanOrEqual(before.size)
      expect(count).toBeGreaterThanOrEqual(Math.min(before.size, people ?? 1))
    }),
  )
})

test('labels are stable: a voice keeps its label over all stretches, whatever its number', () => {
  const stretches = fc.array(fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(stretches, (all) => {
      let people: readonly Person[] = []
      const given = new Map<number, string>()
      for (const directions of all) {
        const linked = linkPeople(
          people,
          directions.map((direction, number) => voice(number, direction)),
        )
        people = linked.people
        const labels = [...linked.labels.values()]
        expect(new Set(labels).size).toBe(labels.length)
        for (const [number, direction] of directions.entries()) {
          const label = linked.labels.get(number)
          expect(label).toBe(given.get(direction) ?? label)
          if (label !== undefined) given.set(direction, label)
        }
      }
      expect(new Set(given.values()).size).toBe(given.size)
    }),
  )
})

test('joining holds the number, joins the most alike, and keeps the first label', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(7), { minLength: 1 }),
      fc.integer({ min: 1, max: 9 }),
      (directions, most) => {
        const { people } = linkPeople(
          [],
          directions.map((direction, number) => voice(number, direction)),
        )
        const joined = joinPeople(people, most)
        expect(joined.people.length).toBe(Math.min(people.length, most))
        const left = joined.people.map(({ label }) => label)
        expect([...joined.labels.keys()]).toEqual(people.map(({ label }) => label))
        for (const label of joined.labels.values()) expect(left).toContain(label)
        const total = (list: readonly Person[]) =>
          list.reduce((sum, { speechMs }) => sum + speechMs, 0)
        expect(total(joined.people)).toBe(total(people))
      },
    ),
  )
  const near = { speaker: 2, speechMs: 4_000, vector: unit([1, 0.6, 0, 0, 0, 0, 0, 0]) }
  const { people } = linkPeople([], [voice(0, 0), voice(1, 4), near])
  expect(Object.fromEntries(joinPeople(people, 2).labels)).toEqual({ A: 'A', B: 'B', C: 'A' })
})

test('who has a label keeps it, and others get the next free one', () => {
  const found = [
    { label: 'A', startMs: 0, endMs: 5_000 },
    { label: 'B', startMs: 5_000, endMs: 9_000 },
    { label: 'C', startMs: 9_000, endMs: 12_000 },
  ]
  const turn = (startMs: number, endMs: number, speaker: string | null) => ({
    startMs,
    endMs,
    speaker,
  })
  const live = [turn(0, 4_000, 'B'), turn(4_000, 5_000, null), turn(5_500, 9_000, 'A')]
  expect(Object.fromEntries(keepLabels(found, live))).toEqual({ A: 'B', B: 'A', C: 'C' })
  // Without labels they are in the order of the first appearance.
  expect(Object.fromEntries(keepLabels(found, []))).toEqual({ A: 'A', B: 'B', C: 'C' })
  // One live label for two people: the one who speaks more of its time has it.
  const both = keepLabels(found, [turn(4_000, 9_000, 'A')])
  expect(Object.fromEntries(both)).toEqual({ A: 'B', B: 'A', C: 'C' })
})

test('a word belongs to who speaks during most of it, or right beside it', () => {
  const parts = [
    { label: 'A', startMs: 0, endMs: 1_000 },
    { label: 'B', startMs: 900, endMs: 3_000 },
  ]
  const words = [
    { startMs: 100, endMs: 400 },
    { startMs: 850, endMs: 1_300 },
    { startMs: 3_100, endMs: 3_300 },
    { startMs: 9_000, endMs: 9_300 },
  ]
  expect(labelWords(words, parts)).toEqual(['A', 'B', 'B', null])
  expect(labelOfTurn(words, ['A', 'B', 'B', null])).toBe('B')
  expect(labelOfTurn(words, [null, null, null, null])).toBeNull()
})

test('a label is always that of speech within half a second', () => {
  fc.assert(
    fc.property(speech, fc.nat(110_000), fc.nat(900), (parts, startMs, length) => {
      const word = { startMs, endMs: startMs + length }
      const labelled = parts.map((part) => ({ ...part, label: String(part.speaker) }))
      const [label] = labelWords([word], labelled)
      const near = labelled.filter(
        (part) => part.startMs - 500 <= word.endMs && part.endMs + 500 >= word.startMs,
      )
      if (label === null) expect(near).toEqual([])
      else expect(near.map((part) => part.label)).toContain(label)
    }),
  )
})
