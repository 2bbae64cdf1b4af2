import { expect, test } from 'vitest'
import { createPauses } from '../../../main/repair/pauses'

function setUp() {
  const clock = { at: 0 }
  const pauses = createPauses({
    now: () => clock.at,
    random: () => 0.5,
    firstMs: 1_000,
    longestMs: 10_000,
  })
  return { clock, pauses }
}

test('pauses double up to the longest, and are forgotten with a success', () => {
  const { pauses } = setUp()
  const waits = Array.from({ length: 6 }, () => {
    pauses.failed('service', false)
    return pauses.waitMs('service')
  })
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000])
  expect(pauses.waitMs('on-device')).toBe(0)
  pauses.succeeded('service')
  expect(pauses.waitMs('service')).toBe(0)
  pauses.failed('service', false)
  expect(pauses.waitMs('service')).toBe(1_000)
})

test('a hurry leaves the first pause since the last failure and no more', () => {
  const { clock, pauses } = setUp()
  for (let tries = 0; tries < 4; tries += 1) pauses.failed('service', false)
  clock.at = 400
  pauses.hurry()
  expect(pauses.waitMs('service')).toBe(600)
  clock.at = 5_000
  pauses.hurry()
  expect(pauses.waitMs('service')).toBe(0)
})

test('what failed five times for good waits for the next start, hurry or not', () => {
  const { pauses } = setUp()
  for (let tries = 0; tries < 5; tries += 1) pauses.failed('gap-1', true)
  pauses.hurry()
  expect(pauses.waitMs('gap-1')).toBe(Infinity)
})
