import { describe, expect, it, test } from 'vitest'
import type { Turn } from '../../../common/model'
import { isCard, isIban } from '../../../main/redaction/checksums'
import { findRedactions, namesOf, streamsOf } from '../../../main/redaction/find'
import { digitsOf, numberWord } from '../../../main/redaction/number-words'
import { said } from '../exports/transcripts'

const found = (...turns: Turn[]) =>
  findRedactions(streamsOf(turns), []).map(({ kind, text }) => [kind, text])
const foundIn = (text: string) => found(said(text, 0))

test('check digits of cards and IBANs', () => {
  expect(isCard('4242424242424242')).toBe(true)
  expect(isCard('4242424242424241')).toBe(false)
  expect(isCard('0000000000000000')).toBe(false)
  expect(isIban('DE89370400440532013000')).toBe(true)
  expect(isIban('DE89370400440532013001')).toBe(false)
})

test.each([
  ['four two double five oh', '42550'],
  ['twenty three forty seven', '2347'],
  ['eight hundred five five five', '800555'],
  ['triple zero seven', '0007'],
  ['vierundzwanzig dreiunddreissig', '2433'],
  ['null eins sieben sechs', '0176'],
  ['٤٢', '42'],
  ['ten eleven', '1011'],
])('%s reads %s', (text, digits) => {
  const words = text.split(' ').flatMap((word) => numberWord(word) ?? [])
  expect(digitsOf(words)).toBe(digits)
})

describe('numbers', () => {
  it.each([
    ['card', 'My card is 4242 4242 4242 4242, thanks.', '4242 4242 4242 4242,'],
    [
      'card',
      'It is four two four two four two four two four two four two four two four two okay',
      'four two four two four two four two four two four two four two four two',
    ],
    ['card', 'Card 4242424242424242 12 27 123.', '4242424242424242 12 27 123.'],
    ['phone', 'Call +49 30 1234567 today', '+49 30 1234567'],
    ['phone', 'Call (555) 010-9988.', '(555) 010-9988.'],
    ['phone', 'Call double five five zero one nine eight', 'double five five zero one nine eight'],
    [
      'phone',
      'Ruf null eins sieben sechs zwo drei vier fünf an',
      'null eins sieben sechs zwo drei vier fünf',
    ],
    ['phone', 'nine one uh two four dash five five six', 'nine one uh two four dash five five six'],
    ['number', 'the pin is four two one seven right', 'four two one seven'],
    ['number', 'number 12345678901234567890', '12345678901234567890'],
  ])('%s: %s', (kind, text, hidden) => {
    expect(foundIn(text)).toEqual([[kind, hidden]])
  })

  it.each([
    'We grew by 12.5% to 1,250,000 in 2024.',
    'On 25.11.2026 at 10:30 we meet for one hour.',
    'From 2019 2020 2021 to 2022',
    'Two of us have one question for four people.',
  ])('leaves: %s', (text) => {
    expect(foundIn(text)).toEqual([])
  })

  it('a number goes on in the next turn of the same person, not after a long pause', () => {
    const first = said('It is four two four two', 0, { speaker: 'A' })
    const other = said('Yes.', 1_900, { speaker: 'B', turnOrder: 1 })
    const next = said('four two four', 3_000, { speaker: 'A', turnOrder: 2 })
    expect(found(first, other, next)).toEqual([
      ['phone', 'four two four two'],
      ['phone', 'four two four'],
    ])
    expect(found(first, other, said('four two four', 60_000, { speaker: 'A' }))).toEqual([])
  })
})

describe('accounts and addresses', () => {
  it.each([
    ['iban', 'Pay to DE89 3704 0044 0532 0130 00 please', 'DE89 3704 0044 0532 0130 00'],
    [
      'iban',
      'D E eight nine three seven zero four zero zero four four zero five three two zero one three zero zero zero okay',
      'D E eight nine three seven zero four zero zero four four zero five three two zero one three zero zero zero',
    ],
    ['email', 'Write to dana.miller@example.com, please', 'dana.miller@example.com,'],
    ['email', 'write dana dot miller at example dot com', 'dana dot miller at example dot com'],
    [
      'email',
      'schreib an dana punkt miller at beispiel punkt de bitte',
      'dana punkt miller at beispiel punkt de',
    ],
    [
      'address',
      'I live at 221 Baker Street, London NW1 6XE now',
      '221 Baker Street, London NW1 6XE',
    ],
    ['address', 'Ich wohne Torstraße 12, 10115 Berlin seit Mai', 'Torstraße 12, 10115 Berlin'],
    ['address', 'It is at 12 rue de Rivoli in town', '12 rue de Rivoli'],
    ['address', 'Vive en Calle Mayor 3 desde mayo', 'Calle Mayor 3'],
  ])('%s: %s', (kind, text, hidden) => {
    expect(foundIn(text)).toEqual([[kind, hidden]])
  })

  it.each([
    'We look at the data point by point.',
    'The road was long.',
    'He was at the dot com fair',
  ])('leaves: %s', (text) => {
    expect(foundIn(text)).toEqual([])
  })
})

test('the names of people are offered, their labels are not', () => {
  const turns = ['A', 'Dana', 'PENDING', '2', 'Dana', null, 'Miguel Ruiz'].map((speaker) => ({
    speaker,
  }))
  expect(namesOf(turns)).toEqual(['Dana', 'Miguel Ruiz'])
})
