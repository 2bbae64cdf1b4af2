import fc from 'fast-check'
import { expect, test } from 'vitest'
import { suggestNames } from '../../../../main/library/names/suggest-names'
import { wordlessTurn } from '../../minutes/stored-turns'

const nameOf = (text: string, language = 'en', speaker: string | null = 'A') =>
  suggestNames([wordlessTurn({ text, language, speaker })])[0]?.name ?? null

test.each<readonly [text: string, name: string, language: string]>([
  ["Good morning, I'm Dana.", 'Dana', 'en'],
  ['Hi, I’m Dana Okafor, and I run finance.', 'Dana Okafor', 'en'],
  ['My name is Jean-Luc.', 'Jean-Luc', 'en'],
  ['This is Miguel from Ghent.', 'Miguel', 'en'],
  ['Hello everybody. Priya here.', 'Priya', 'en'],
  ['Guten Morgen, ich bin Jörg.', 'Jörg', 'de'],
  ['Mein Name ist Zoë Müller.', 'Zoë Müller', 'de'],
  ["Bonjour, je m'appelle Élodie.", 'Élodie', 'fr'],
  ['Hola, soy Íñigo.', 'Íñigo', 'es'],
])('%s', (text, name, language) => {
  expect(nameOf(text, language)).toBe(name)
})

test.each([
  "I'm sorry, Dana is not here.",
  "I'm German, by the way.",
  'I am Monday to Friday in Ghent.',
  "I'm The one who asked.",
  'This is Dana we are talking about.',
  'You said: Dana.',
])('%s names nobody', (text) => {
  expect(nameOf(text)).toBeNull()
})

test('only speakers with a label get a suggestion, one each, from their first introduction', () => {
  const turns = [
    wordlessTurn({ text: "I'm Tom.", speaker: 'Tom', turnOrder: 0 }),
    wordlessTurn({ text: "I'm Dana.", speaker: 'A', turnOrder: 1, startMs: 4_000 }),
    wordlessTurn({ text: "I'm Daniela.", speaker: 'A', turnOrder: 2 }),
    wordlessTurn({ text: "I'm Tom.", speaker: 'B', turnOrder: 3 }),
    wordlessTurn({ text: "I'm Eve.", speaker: null, turnOrder: 4 }),
    wordlessTurn({ text: "I'm Echo.", speaker: 'C', turnOrder: 5, echo: true }),
  ]
  expect(suggestNames(turns)).toEqual([
    {
      turn: { sessionId: 'session', turnOrder: 1 },
      label: 'A',
      name: 'Dana',
      atMs: 4_000,
      by: 'words',
    },
  ])
})

test('no text breaks it, and no name is longer than a name may be', () => {
  const part = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom("I'm ", 'My name is ', 'X'),
  )
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      expect((nameOf(parts.join('')) ?? '').length).toBeLessThanOrEqual(40)
    }),
  )
})
