import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { setupPower } from '../../../main/desktop/power'

describe('sleep', () => {
  it.each([
    [['suspend', 'resume'], 'suspended resumed'],
    [['suspend', 'suspend', 'resume'], 'suspended resumed'],
    [['resume'], 'suspended resumed'],
    [['suspend', 'resume', 'suspend'], 'suspended resumed suspended'],
  ] as const)('%j is told as: %s', (events, expected) => {
    const source = new EventEmitter()
    const told: string[] = []
    setupPower(source, {
      suspended: () => told.push('suspended'),
      resumed: () => told.push('resumed'),
    })
    for (const event of events) source.emit(event)
    expect(told.join(' ')).toBe(expected)
  })
})
