import { expect, it } from 'vitest'
import type { Appointment } from '../../../common/model'
import { appointmentAt } from '../../../main/calendar/choose'

const at = (hours: number, minutes = 0) => Date.UTC(2026, 2, 10, hours, minutes)
const from = (start: number, end: number, more: Partial<Appointment>) => ({
  title: '',
  startsAt: start,
  endsAt: end,
  isFree: false,
  people: [],
  ...more,
})
const workshop = from(at(9), at(17), { title: 'Workshop' })
const standUp = from(at(10), at(10, 15), { title: 'Stand-up' })
const note = from(at(10), at(11), { title: 'Dana is away', isFree: true })

it.each([
  ['before any', at(8, 44), null],
  ['a little early', at(8, 45), 'Workshop'],
  ['in the long one', at(9, 30), 'Workshop'],
  ['before the short one', at(9, 55), 'Stand-up'],
  ['in both', at(10, 5), 'Stand-up'],
  ['after the short one', at(10, 15), 'Workshop'],
  ['at the end', at(17), null],
])('%s', (_, now, title) => {
  expect(appointmentAt([workshop, note, standUp], now)?.title ?? null).toBe(title)
})

it('prefers people, and takes a note if there is nothing else', () => {
  const call = from(at(10), at(11), { title: 'Call', people: ['Ana Kim'] })
  expect(appointmentAt([standUp, call], at(10))?.title).toBe('Call')
  expect(appointmentAt([note], at(10, 30))?.title).toBe('Dana is away')
})
