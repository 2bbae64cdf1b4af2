import { expect, it } from 'vitest'
import type { Suggestion } from '../../../common/model'
import { meetingOf, newLibrary, unwrap } from './folder'

const id = 'meeting-1'
const suggestion: Suggestion = {
  title: { text: 'Travel budget', isSaid: true },
  tags: [{ text: 'finance', isSaid: false }],
}

it('a suggestion stays until it is dismissed or replaced, and changes nothing', () => {
  const { meetings, suggestions } = newLibrary()
  unwrap(meetings.create(meetingOf()))
  const before = unwrap(meetings.get(id))
  expect(unwrap(suggestions.get(id))).toBeNull()
  unwrap(suggestions.set(id, suggestion))
  expect(unwrap(suggestions.get(id))).toEqual(suggestion)
  unwrap(suggestions.set(id, { ...suggestion, title: null }))
  expect(unwrap(suggestions.get(id))).toEqual({ ...suggestion, title: null })
  expect(unwrap(meetings.get(id))).toEqual(before)
  unwrap(suggestions.set(id, null))
  expect(unwrap(suggestions.get(id))).toBeNull()
})

it('a meeting that is gone gets none, and one that is deleted takes its own along', async () => {
  const { meetings, suggestions, bin } = newLibrary()
  unwrap(suggestions.set('nobody', suggestion))
  expect(unwrap(suggestions.get('nobody'))).toBeNull()
  unwrap(meetings.create(meetingOf()))
  unwrap(meetings.setState(id, 'done'))
  unwrap(suggestions.set(id, suggestion))
  unwrap(bin.put(id))
  unwrap(await bin.remove(id))
  expect(unwrap(suggestions.get(id))).toBeNull()
})
