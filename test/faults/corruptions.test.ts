import { expect, it } from 'vitest'
import { runCorruptions } from './corruptions'

// The whole suite (npm run faults) runs 300 seeds.
it('keeps everything readable when the database is damaged', async () => {
  const outcomes = await runCorruptions(Array.from({ length: 30 }, (_, seed) => seed + 1))
  expect(outcomes.filter(({ failures }) => failures.length > 0)).toEqual([])
}, 120_000)
