import { expect, test } from 'vitest'
import { meetingOf, newLibrary, unwrap } from './folder'

test('what the engine used is stored with its meeting, and goes with it', () => {
  const library = newLibrary()
  unwrap(library.meetings.create(meetingOf()))
  expect(unwrap(library.engineUses.get('meeting-1'))).toBeNull()
  const use = { model: 'base', why: 'usual', loadPercent: 48, delayMs: 900 } as const
  unwrap(library.engineUses.set('meeting-1', use))
  expect(unwrap(library.engineUses.get('meeting-1'))).toEqual(use)
  const unknown = { ...use, why: 'too-slow', loadPercent: null, delayMs: null } as const
  unwrap(library.engineUses.set('meeting-1', unknown))
  expect(unwrap(library.engineUses.get('meeting-1'))).toEqual(unknown)
  expect(unwrap(library.engineUses.get('another'))).toBeNull()
  expect(library.engineUses.set('another', use).ok).toBe(false)
})
