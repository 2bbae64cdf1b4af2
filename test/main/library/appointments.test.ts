import { expect, test } from 'vitest'
import { newLibrary, unwrap } from './folder'

test('the people of an appointment belong to its meeting and go with it', () => {
  const { appointments, meetings } = newLibrary()
  const meeting = { id: 'one', title: 'One', startedAt: 1, engine: 'service', model: 'm' } as const
  unwrap(meetings.create(meeting))
  expect(unwrap(appointments.people('one'))).toEqual([])
  unwrap(appointments.set('one', ['Ana Kim', 'Zoë']))
  expect(unwrap(appointments.people('one'))).toEqual(['Ana Kim', 'Zoë'])
  unwrap(meetings.removeEmpty('one'))
  expect(unwrap(appointments.people('one'))).toEqual([])
})
