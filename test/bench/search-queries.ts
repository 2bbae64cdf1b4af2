import type { SearchQuery } from '../../common/model'

const everything: SearchQuery = {
  text: '',
  speaker: null,
  tag: null,
  fromAt: null,
  untilAt: null,
  meetingId: null,
  after: null,
}

/** A word that nobody says. */
export const unspoken = 'zzxqj'

/** What people search for: single letters, frequent and rare words, phrases, filters, nothing. */
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
