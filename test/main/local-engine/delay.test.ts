import { expect, test } from 'vitest'
import { median, usedModel } from '../../../common/engine-use'
import { createArrivals, createDelayMeter } from '../../../main/local-engine/delay'
import { medianDelay } from '../../../main/recording/engine-use'

test('sound arrived with the first frame that reaches so far', () => {
  const arrivals = createArrivals()
  for (let ms = 50; ms <= 1_000; ms += 50) arrivals.add(ms, 10_000 + ms)
  expect(arrivals.of(0)).toBe(10_050)
  expect(arrivals.of(401)).toBe(10_450)
  expect(arrivals.of(1_001)).toBeNull()
})

test('an hour of sound keeps the last minutes only', () => {
  const arrivals = createArrivals()
  for (let ms = 50; ms <= 3_600_000; ms += 50) arrivals.add(ms, ms)
  expect(arrivals.of(3_599_900)).toBe(3_599_900)
  // What was forgotten is taken for the oldest that is known.
  expect(arrivals.of(50)).toBeGreaterThan(3_400_000)
})

test('the delay is the median of the last fifty turns', () => {
  const meter = createDelayMeter()
  expect(meter.median()).toBeNull()
  for (const delay of [900, 700.4, 5_000]) meter.add(delay)
  expect(meter.median()).toBe(900)
  for (let turn = 0; turn < 50; turn += 1) meter.add(300.6)
  expect(meter.median()).toBe(301)
  meter.reset()
  expect(meter.median()).toBeNull()
  expect(median([])).toBeNull()
})

test('the delay of a meeting is that of its live turns', () => {
  const turn = (endMs: number, finalMs: number | null, change = {}) => ({
    ...{ endMs, finalMs, isFinal: true, filledIn: false, ...change },
  })
  const turns = [
    turn(1_000, 1_800),
    turn(2_000, 2_700),
    turn(3_000, 5_000),
    turn(4_000, 90_000, { filledIn: true }),
    turn(5_000, null, { isFinal: false }),
  ]
  expect(medianDelay(turns)).toBe(800)
  expect(medianDelay([])).toBeNull()
})

const usual = { onDeviceModel: 'base', installedModel: null } as const
const other = { onDeviceModel: 'base', installedModel: 'own' } as const

test('the reason for a model follows from what runs and what was chosen', () => {
  expect(usedModel({ model: 'base' }, usual)).toEqual({ model: 'base', why: 'usual' })
  expect(usedModel({ model: 'tiny' }, usual)).toEqual({ model: 'tiny', why: 'too-slow' })
  expect(usedModel({ model: 'base' }, other)).toEqual({ model: 'base', why: 'in-place' })
  const runs = usedModel({ model: 'base', installed: 'own' }, other)
  expect(runs).toEqual({ model: 'own', why: 'chosen' })
})
