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

/** No word that anybody says. */
export const unspoken = 'zzxqj'

/** What people ask, from the first letter on: frequent and rare words, phrases, filters, nothing. */
export const queries: readonly SearchQuery[] = [
  ...['m', 'me', 'mee', 'meet', 'meeti', 'meeting'],
  ...['t', 'th', 'the', 'the s', 'the so', 'the sound'],
  ...['"the sound"', '"is the"', 'money budget', 'what do you think'],
  ...[unspoken, 'a b c d', 'key ag', 'recording nothing'],
]
  .map((text): SearchQuery => ({ ...everything, text }))
  .concat([
    { ...everything, text: 'the', speaker: 'Me' },
    { ...everything, speaker: 'Me' },
    { ...everything, text: 'money', fromAt: Date.UTC(2026, 10, 1) },
    { ...everything, text: 'the', fromAt: Date.UTC(2026, 10, 20) },
  ])
