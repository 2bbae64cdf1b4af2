import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DecodedWord } from '../../../main/local-engine/families/token-words'
import {
  repairWriting,
  writingOf,
  type Writing,
} from '../../../main/local-engine/families/written-words'

const words = (text: string): DecodedWord[] =>
  text.split(' ').map((word) => ({ text: word, startMs: 0, endMs: 1, confidence: null }))
interface Said {
  readonly isFinal?: boolean
  readonly language?: string | null
}
const repaired = (text: string, writing: Writing, { isFinal = true, language = 'en' }: Said = {}) =>
  repairWriting(words(text), { writing, isFinal, language })
    .map((word) => word.text)
    .join(' ')
const none = { marks: false, capitals: false }

test.each([
  ['and so my fellow americans i said', 'And so my fellow americans I said.'],
  ["IT'S WHAT I'M HERE FOR", "It's what I'm here for."],
  ['what can you do', 'What can you do?'],
  ['what', 'What.'],
])('%s', (said, expected) => {
  expect(repaired(said, none)).toBe(expected)
})

test('a turn that goes on has no mark at its end, and other languages have no English "I"', () => {
  expect(repaired('i am', none, { isFinal: false })).toBe('I am')
  expect(repaired('ja i wo', none, { language: 'sk' })).toBe('Ja i wo.')
})

test('with marks and without capitals, each sentence begins with a capital', () => {
  const marks = { marks: true, capitals: false }
  expect(repaired('so i said. then we left! why? e.g. this', marks)).toBe(
    'So I said. Then we left! Why? E.g. this',
  )
  expect(repaired('in 2019. “yes.” then', marks, { isFinal: false })).toBe('In 2019. “Yes.” Then')
  expect(repaired('das war es. i gehe', marks, { language: 'de' })).toBe('Das war es. I gehe')
})

test('a turn that already ends with a mark gets no second one, and a script gets its own', () => {
  expect(repaired('is it true?', none)).toBe('Is it true?')
  expect(repaired('你好', none, { language: 'zh' })).toBe('你好。')
  expect(repaired('', none)).toBe('')
})

test('a model that writes for itself is left alone', () => {
  expect(repaired('so i said', { marks: true, capitals: true })).toBe('so i said')
  expect(repaired('so i said', { marks: false, capitals: true })).toBe('so i said.')
})

test('the table of tokens says what a model writes', () => {
  expect(writingOf('<blk> 0\n▁the 1\ns 2\n')).toEqual(none)
  expect(writingOf('<blk> 0\n▁THE 1\nS 2\n#0 3\n')).toEqual(none)
  expect(writingOf('▁the 1\n▁The 2\n. 3\n')).toEqual({ marks: true, capitals: true })
})

test('the number of words, their letters and their times stay', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ minLength: 1, unit: fc.constantFrom('a', 'I', 'é', '’', '.', 'i', '好', '?') }),
        {
          maxLength: 9,
        },
      ),
      fc.boolean(),
      (texts, isFinal) => {
        const said = texts.map((text, index) => ({
          text,
          startMs: index,
          endMs: index + 1,
          confidence: 0.5,
        }))
        const result = repairWriting(said, { writing: none, isFinal, language: null })
        const letters = (text: string) => text.toLowerCase().replace(/[.?。]+$/, '')
        expect(result.map((word) => ({ ...word, text: letters(word.text) }))).toEqual(
          said.map((word) => ({ ...word, text: letters(word.text) })),
        )
      },
    ),
  )
})
