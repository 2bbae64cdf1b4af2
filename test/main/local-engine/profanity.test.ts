import { expect, test } from 'vitest'
import { maskProfanity } from '../../../main/local-engine/profanity'

test('an offensive word becomes three stars and keeps its punctuation', () => {
  expect(maskProfanity('shit,')).toBe('***,')
  expect(maskProfanity('"Fucking')).toBe('"***')
  expect(maskProfanity('Bullshit.')).toBe('***.')
})

test.each([
  'class',
  'assessment',
  'Scunthorpe',
  'cockpit',
  'assorted',
  'Fukuoka',
  'Dickinson',
  'analysis',
  'title',
  '455',
  'therapist',
  'sex',
  "can't",
  'document',
  'accumulate',
  'Dickens',
  'Hello,',
])('%s is not masked', (word) => {
  expect(maskProfanity(word)).toBe(word)
})
