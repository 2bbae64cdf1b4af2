import { expect, test } from 'vitest'
import { fail, ok, type Result } from '../../../common/errors'
import type { StoredUse } from '../../../main/library'
import { createOpenSessions } from '../../../main/usage/open-sessions'

function setUp() {
  const clock = { at: 50_000 }
  const stored = new Map<string, StoredUse>()
  const disk: { result: Result<undefined> } = { result: ok(undefined) }
  const sessions = createOpenSessions({
    monotonic: () => clock.at,
    now: () => 1_000_000,
    set: (use) => {
      if (disk.result.ok) stored.set(use.id, use)
      return disk.result
    },
  })
  const begin = (sessionId: string, connectingMs = 0) =>
    sessions.began('meeting', {
      type: 'session-began',
      source: 'microphone',
      sessionId,
      requested: 'asked',
      model: 'answered',
      extras: ['voice-focus'],
      connectingMs,
    })
  const seconds = () => [...stored.values()].map((use) => [use.id, use.seconds, use.measured])
  return { clock, stored, disk, sessions, begin, seconds }
}

test('an open session is counted from its connection, and stored as it goes', () => {
  const { clock, stored, sessions, begin, seconds } = setUp()
  begin('a', 600)
  expect(stored.get('a')).toEqual({
    id: 'a',
    meetingId: 'meeting',
    model: 'answered',
    extras: ['voice-focus'],
    beganAt: 1_000_000,
    seconds: 1,
    measured: false,
  })
  clock.at += 2_500
  expect(sessions.store()).toBe(true)
  expect(seconds()).toEqual([['a', 4, false]])
})

test('a session that requests more later costs more, to its end', () => {
  const { stored, sessions, begin } = setUp()
  begin('a')
  sessions.extras({ type: 'session-extras', sessionId: 'a', extras: ['key-terms', 'voice-focus'] })
  expect(stored.get('a')?.extras).toEqual(['key-terms', 'voice-focus'])
  sessions.ended({ type: 'session-ended', sessionId: 'a', billedSeconds: 5 })
  expect(stored.get('a')).toMatchObject({ extras: ['key-terms', 'voice-focus'], seconds: 5 })
})

test('the figure of the service replaces the count, and without one the count stays', () => {
  const { clock, sessions, begin, seconds } = setUp()
  begin('a')
  begin('b')
  clock.at += 9_800
  sessions.ended({ type: 'session-ended', sessionId: 'a', billedSeconds: 11 })
  sessions.ended({ type: 'session-ended', sessionId: 'b', billedSeconds: null })
  clock.at += 60_000
  expect(sessions.store()).toBe(false)
  expect(seconds()).toEqual([
    ['a', 11, true],
    ['b', 10, false],
  ])
})

test('all connections end with the recorder', () => {
  const { clock, sessions, begin, seconds } = setUp()
  begin('a')
  clock.at += 3_000
  sessions.lost()
  clock.at += 60_000
  sessions.store()
  expect(seconds()).toEqual([['a', 3, false]])
})

test('what the disk refuses is stored as soon as it can be', () => {
  const { clock, disk, sessions, begin, seconds } = setUp()
  disk.result = fail('disk-full')
  begin('a')
  clock.at += 2_000
  sessions.ended({ type: 'session-ended', sessionId: 'a', billedSeconds: 5 })
  expect(seconds()).toEqual([])
  disk.result = ok(undefined)
  sessions.store()
  expect(seconds()).toEqual([['a', 5, true]])
})
