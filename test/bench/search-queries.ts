import type { SearchQuery } from '../../preload/model'

const everything: SearchQuery = {
  text: '',
  speaker: null,
  tag: null,
  fromAt: null,
  untilAt: null,
  meetingId: null,
  after: null,
}

/** What people ask, from the first letter on: frequent and rare words, phrases, filters, nothing. */
export const queries: readonly SearchQuery[] = [
  ...['m', 'me', 'mee', 'meet', 'meeti', 'meeting'],
  ...['t', 'th', 'the', 'the s', 'the so', 'the sound'],
  ...['"the sound"', '"is the"', 'parley keychain', 'microphone sound text words'],
  ...['nowhere', 'a b c d', 'key ag', 'recording nothing'],
]
  .map((text): SearchQuery => ({ ...everything, text }))
  .concat([
    { ...everything, text: 'the', speaker: 'Me' },
    { ...everything, speaker: 'Others' },
    { ...everything, text: 'sound', fromAt: Date.UTC(2026, 10, 20) },
  ])
