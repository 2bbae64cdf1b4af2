import { expect, it } from 'vitest'
import { daysLeft } from '../../../../renderer/window/bin/days-left'

it('says for how many days a meeting is still in the bin', () => {
  const day = 24 * 60 * 60_000
  expect(daysLeft(0, 0)).toBe(30)
  expect(daysLeft(0, 1)).toBe(30)
  expect(daysLeft(0, day)).toBe(29)
  expect(daysLeft(0, 29 * day + 1)).toBe(1)
  expect(daysLeft(0, 31 * day)).toBe(1)
})
