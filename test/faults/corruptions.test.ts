import { expect, it } from 'vitest'
import { effort } from '../effort'
import { runCorruptions } from './corruptions'

// The whole suite (npm run faults) runs 300 seeds.
const seeds = Array.from({ length: effort({ short: 6, long: 30 }) }, (_, seed) => seed + 1)

it('keeps everything readable when the database is damaged', async () => {
  const outcomes = await runCorruptions(seeds)
  expect(outcomes.filter(({ failures }) => failures.length > 0)).toEqual([])
}, 120_000)
