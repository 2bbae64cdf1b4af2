import { expect, it } from 'vitest'
import { fieldTime, nextTime } from '../../../../renderer/window/forgotten/end-time'

const at = (day: number, hours: number, minutes = 0) =>
  new Date(2026, 10, day, hours, minutes).getTime()

it('is the next moment with that time', () => {
  expect(nextTime('17:30', at(30, 16))).toBe(at(30, 17, 30))
  expect(nextTime('00:15', at(29, 23, 50))).toBe(at(30, 0, 15))
  expect(nextTime('16:00', at(29, 16))).toBe(at(30, 16))
  expect(nextTime('', at(29, 16))).toBeNull()
  expect(fieldTime(at(29, 9, 5))).toBe('09:05')
})
