import { expect, test } from 'vitest'
import { usageAmount, usageLine } from '../../../../renderer/window/usage/usage-text'

test('time and dollars, as far as they are known', () => {
  expect(usageAmount({ seconds: 724, cents: 9.05 })).toBe('12:04, about 0.09 US dollars')
  expect(usageAmount({ seconds: 6, cents: 0.075 })).toBe('0:06, less than 0.01 US dollars')
  expect(usageAmount({ seconds: 60, cents: null })).toBe('1:00, price not known')
})

test('each model by its label, and an unknown one by its name', () => {
  expect(
    usageLine([
      { model: 'universal-3-6-pro', seconds: 3_600, cents: 45 },
      { model: 'next-year', seconds: 60, cents: null },
    ]),
  ).toBe('Universal-3.6 Pro 1:00:00, about 0.45 US dollars · next-year 1:00, price not known')
})
