import { expect, test } from 'vitest'
import { newLibrary, unwrap } from './folder'

const use = {
  id: 'session',
  meetingId: 'gone',
  model: 'universal-3-6-pro',
  extras: ['key-terms' as const],
  beganAt: 5_000,
  seconds: 7,
  measured: false,
}
const shown = { model: 'universal-3-6-pro', extras: ['key-terms'], seconds: 7 }

test('a use is there by its meeting, which need not exist, and by its time', () => {
  const { paidUses } = newLibrary()
  unwrap(paidUses.set(use))
  expect(unwrap(paidUses.ofMeeting('gone'))).toEqual([shown])
  expect(unwrap(paidUses.ofMeeting('other'))).toEqual([])
  expect(unwrap(paidUses.since(5_000))).toEqual([shown])
  expect(unwrap(paidUses.since(5_001))).toEqual([])
})

test('a count is replaced by a later count and by the figure of the service, which then stays', () => {
  const { paidUses } = newLibrary()
  const secondsAfter = (seconds: number, measured: boolean) => {
    unwrap(paidUses.set({ ...use, seconds, measured }))
    return unwrap(paidUses.ofMeeting('gone')).map((row) => row.seconds)
  }
  expect(secondsAfter(7, false)).toEqual([7])
  expect(secondsAfter(9, false)).toEqual([9])
  expect(secondsAfter(8, true)).toEqual([8])
  expect(secondsAfter(20, false)).toEqual([8])
})
