import { expect, it } from 'vitest'
import { packWords, unpackWords } from '../../common/model'
import { parseWords } from '../../common/stored-words'

const word = { text: 'a', startMs: 0, endMs: 1, confidence: null, isFinal: true, speaker: null }

it('reads stored words, and leaves out what is damaged', () => {
  expect(parseWords(JSON.stringify([word, { ...word, text: 1 }, null]))).toEqual([word])
  expect(parseWords('{}')).toEqual([])
  expect(parseWords('[{"text":')).toEqual([])
})

it('keeps the words of other turns in place if those of one are damaged', () => {
  const turns = [
    { sessionId: 's', turnOrder: 0, words: '[{"te\n\n' },
    { sessionId: 's', turnOrder: 1, words: JSON.stringify([word]) },
  ]
  const [first, second] = unpackWords(packWords(turns))
  expect(parseWords(first?.words ?? '')).toEqual([])
  expect(parseWords(second?.words ?? '')).toEqual([word])
})
