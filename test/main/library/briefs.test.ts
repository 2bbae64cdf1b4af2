import { expect, test } from 'vitest'
import { noBrief } from '../../../main/library'
import { newLibrary, unwrap } from './folder'

const brief = { subject: 'Budget with Dana', terms: ['Ghent', 'Zoë'], maxSpeakers: 3 }

test('a brief belongs to its meeting and goes with it', () => {
  const { briefs, meetings } = newLibrary()
  const meeting = { id: 'one', title: 'One', startedAt: 1, engine: 'service', model: 'm' } as const
  unwrap(meetings.create(meeting))
  expect(unwrap(briefs.get('one'))).toEqual(noBrief)
  unwrap(briefs.set('one', brief))
  unwrap(briefs.set('one', { ...brief, subject: 'Travel' }))
  expect(unwrap(briefs.get('one'))).toEqual({ ...brief, subject: 'Travel' })
  unwrap(meetings.removeEmpty('one'))
  expect(unwrap(briefs.get('one'))).toEqual(noBrief)
})
