import { expect, test } from 'vitest'
import { monthUsage, startOfMonth } from '../../../main/usage/month'

const uses = [
  { model: 'universal-streaming-english', extras: ['key-terms'] as const, seconds: 3_600 },
  { model: 'universal-3-6-pro', extras: [], seconds: 1_800 },
  { model: 'universal-3-6-pro', extras: ['voice-focus', 'redact-pii'] as const, seconds: 3_600 },
  { model: 'assemblyai-stt-3-7-realtime', extras: [], seconds: 60 },
]

test('a month begins at its first midnight', () => {
  const at = new Date(2026, 10, 29, 17, 5).getTime()
  expect(startOfMonth(at)).toBe(new Date(2026, 10, 1).getTime())
})

test('seconds and cents by model; what has no price is not invented', () => {
  expect(monthUsage(0, uses, { prices: {}, monthLimit: null })).toEqual({
    from: 0,
    models: [
      { model: 'universal-3-6-pro', seconds: 5_400, cents: 22.5 + 67 },
      { model: 'universal-streaming-english', seconds: 3_600, cents: 19 },
      { model: 'assemblyai-stt-3-7-realtime', seconds: 60, cents: null },
    ],
    cents: 108.5,
    isOverLimit: false,
  })
})

test('a price that a person corrected counts, and the limit is reached at its amount', () => {
  const prices = { 'assemblyai-stt-3-7-realtime': 6_000 }
  expect(monthUsage(0, uses, { prices, monthLimit: 3 })).toMatchObject({
    cents: 208.5,
    isOverLimit: false,
  })
  expect(monthUsage(0, uses, { prices, monthLimit: 2 }).isOverLimit).toBe(true)
})
