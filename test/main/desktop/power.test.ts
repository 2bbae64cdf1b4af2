import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { setupPower } from '../../../main/desktop/power'

describe('sleep', () => {
  it.each([
    [['suspend', 'resume'], 'suspended resumed back'],
    [['suspend', 'suspend', 'resume'], 'suspended resumed back'],
    [['resume'], 'suspended resumed back'],
    [['suspend', 'resume', 'suspend'], 'suspended resumed back suspended'],
  ] as const)('%j is told as: %s', (events, expected) => {
    const source = new EventEmitter()
    const told: string[] = []
    const sleeper = {
      suspended: () => told.push('suspended'),
      resumed: () => told.push('resumed'),
    }
    setupPower(source, sleeper, () => told.push('back'))
    for (const event of events) source.emit(event)
    expect(told.join(' ')).toBe(expected)
  })
})
