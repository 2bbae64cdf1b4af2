import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RecordingState, RecordingStatus } from '../../../common/model'
import { createEvents } from '../../../main/boundary/events'
import { setupStayAwake } from '../../../main/desktop/stay-awake'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const statusOf = (state: RecordingState): RecordingStatus => ({
  state,
  meetingId: null,
  startedAt: null,
  elapsedMs: 0,
  sources: [],
  engine: 'service',
  connection: null,
  delayMs: null,
  savedAgeMs: null,
  muted: false,
  hearsOwnSound: false,
  notices: [],
})

function setUp() {
  const events = createEvents()
  const active = new Set<number>()
  let count = 0
  setupStayAwake(
    {
      start: () => {
        active.add((count += 1))
        return count
      },
      stop: (id) => active.delete(id),
    },
    events,
  )
  const report = (state: RecordingState) => events.emit('recording:status', statusOf(state))
  return { active, report, started: () => count }
}

test('the computer stays awake from Record until everything is written', () => {
  const { active, report, started } = setUp()
  report('idle')
  expect(active.size).toBe(0)
  for (const state of ['starting', 'recording', 'recording', 'finishing'] as const) {
    report(state)
    expect(active.size).toBe(1)
  }
  report('idle')
  expect(active.size).toBe(0)
  expect(started()).toBe(1)
})

test('it may sleep after ten minutes of a pause, and stays awake again afterwards', () => {
  const { active, report } = setUp()
  report('recording')
  report('paused')
  vi.advanceTimersByTime(599_000)
  report('paused')
  expect(active.size).toBe(1)
  vi.advanceTimersByTime(1_000)
  expect(active.size).toBe(0)
  report('recording')
  expect(active.size).toBe(1)
})

test('a pause that ends in time changes nothing', () => {
  const { active, report, started } = setUp()
  report('recording')
  report('paused')
  vi.advanceTimersByTime(300_000)
  report('recording')
  vi.advanceTimersByTime(3_600_000)
  expect(active.size).toBe(1)
  expect(started()).toBe(1)
})
