import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createEvents } from '../../../main/boundary/events'
import { setupPower } from '../../../main/desktop/power'

describe('sleep', () => {
  it.each([
    [['suspend', 'resume'], 'suspend resume'],
    [['suspend', 'suspend', 'resume'], 'suspend resume'],
    [['resume'], 'suspend resume'],
    [['suspend', 'resume', 'suspend'], 'suspend resume suspend'],
  ] as const)('%j of the system is reported as %s', (systemEvents, expected) => {
    const source = new EventEmitter()
    const events = createEvents()
    const reported: string[] = []
    events.on('power:suspend', () => reported.push('suspend'))
    events.on('power:resume', () => reported.push('resume'))
    setupPower({ source, events })
    for (const event of systemEvents) source.emit(event)
    expect(reported.join(' ')).toBe(expected)
  })

  it('reports how long a clock was stopped, and nothing for a clock that continues', () => {
    const source = new EventEmitter()
    const events = createEvents()
    const reported: number[] = []
    events.on('power:resume', ({ uncountedMs }) => reported.push(uncountedMs))
    const time = { boot: 5_000_000, monotonic: 70_000 }
    setupPower({
      source,
      events,
      sinceBoot: () => time.boot,
      monotonic: () => time.monotonic,
    })
    const sleep = (ms: number, countedMs: number) => {
      source.emit('suspend')
      time.boot += ms
      time.monotonic += countedMs
      source.emit('resume')
    }
    sleep(600_000, 500)
    sleep(600_000, 600_000)
    // Rounded to a second by the system.
    sleep(1_000, 0)
    expect(reported).toEqual([599_500, 0, 0])
  })
})
