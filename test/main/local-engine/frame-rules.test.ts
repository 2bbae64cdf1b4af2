import { expect, test } from 'vitest'
import { createFrameRules } from '../../../main/local-engine/frame-rules'

const bytes = (ms: number) => ms * 32

test('five minutes ahead of real time are accepted, more is too fast', () => {
  const rules = createFrameRules()
  for (let second = 0; second < 311; second += 1) {
    expect(rules.check(bytes(1_000), 1_500)).toBeNull()
  }
  expect(rules.check(bytes(1_000), 1_500)).toEqual({
    code: 3007,
    text: 'Input Duration Error: Audio Transmission Rate Exceeded: Received 312.0 sec. audio in 1.500000 sec',
  })
})

test('hours at real time are accepted', () => {
  const rules = createFrameRules()
  for (let second = 0; second < 10_800; second += 1) {
    expect(rules.check(bytes(1_000), second * 1_000)).toBeNull()
  }
})

test('short frames are counted in a row: a full one in between restarts the count', () => {
  const rules = createFrameRules()
  for (let round = 0; round < 4; round += 1) {
    for (let count = 0; count < 49; count += 1) expect(rules.check(bytes(20), 0)).toBeNull()
    expect(rules.check(bytes(50), 0)).toBeNull()
  }
  for (let count = 0; count < 49; count += 1) rules.check(bytes(20), 0)
  expect(rules.check(bytes(20), 0)?.code).toBe(3007)
})

test('half a sample is no audio', () => {
  expect(createFrameRules().check(1_601, 0)).toEqual({ code: 3006, text: 'Invalid Message' })
})
