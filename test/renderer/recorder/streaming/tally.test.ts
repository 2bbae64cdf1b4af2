import { expect, it } from 'vitest'
import { createTally } from '../../../../renderer/recorder/streaming/tally'

it('counts each name and tells ever less often', () => {
  const told: [string, number][] = []
  const count = createTally((name, number) => told.push([name, number]))
  for (let n = 0; n < 9; n += 1) count('Silence')
  count('Other')
  expect(told).toEqual([
    ['Silence', 1],
    ['Silence', 2],
    ['Silence', 4],
    ['Silence', 8],
    ['Other', 1],
  ])
})

it('does not grow with names that a server makes up', () => {
  const names = new Set<string>()
  const count = createTally((name) => names.add(name))
  for (let n = 0; n < 10_000; n += 1) count(`made-up-${n}`)
  expect(names.size).toBe(101)
  expect(names).toContain('others')
})
