import { expect, it } from 'vitest'
import { createLogSampler } from '../../../../renderer/recorder/streaming/log-sampler'

it('counts each name and reports it less and less often', () => {
  const told: [string, number][] = []
  const count = createLogSampler((name, number) => told.push([name, number]))
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

it('does not grow with names that a server invents', () => {
  const names = new Set<string>()
  const count = createLogSampler((name) => names.add(name))
  for (let n = 0; n < 10_000; n += 1) count(`made-up-${n}`)
  expect(names.size).toBe(101)
  expect(names).toContain('others')
})
