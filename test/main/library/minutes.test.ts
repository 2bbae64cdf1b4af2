import { expect, test } from 'vitest'
import { someMinutes } from '../minutes/some-minutes'
import { newLibrary, unwrap } from './folder'

const id = 'one'
const meeting = { id, title: 'One', startedAt: 1, engine: 'service', model: 'm' } as const
const version = (template: string) => ({ ...someMinutes, template })

function start() {
  const library = newLibrary()
  unwrap(library.meetings.create(meeting))
  const shown = () => unwrap(library.minutes.get(id)).minutes?.template ?? null
  return { ...library, shown }
}

test('minutes come back as they were written, go with their meeting, and need one', () => {
  const { minutes, meetings } = start()
  expect(unwrap(minutes.get(id))).toEqual({ minutes: null, canUndo: false, canRedo: false })
  unwrap(minutes.add(id, someMinutes))
  expect(unwrap(minutes.get(id)).minutes).toEqual(someMinutes)
  unwrap(meetings.removeEmpty(id))
  expect(unwrap(minutes.get(id)).minutes).toBeNull()
  expect(minutes.add(id, someMinutes)).toMatchObject({ error: { code: 'meeting-not-found' } })
})

test('undo shows the minutes before, redo the later ones, and a new attempt ends redo', () => {
  const { minutes, shown } = start()
  for (const name of ['a', 'b', 'c']) unwrap(minutes.add(id, version(name)))
  unwrap(minutes.undo(id))
  expect(shown()).toBe('b')
  unwrap(minutes.undo(id))
  expect(unwrap(minutes.redo(id))).toMatchObject({ minutes: { template: 'b' }, canRedo: true })
  unwrap(minutes.add(id, version('d')))
  expect(unwrap(minutes.get(id))).toMatchObject({ canUndo: true, canRedo: false })
  unwrap(minutes.undo(id))
  expect(shown()).toBe('b')
  unwrap(minutes.undo(id))
  unwrap(minutes.undo(id))
  unwrap(minutes.undo(id))
  expect(unwrap(minutes.get(id))).toEqual({ minutes: null, canUndo: false, canRedo: true })
})

test('only the last ten versions stay', () => {
  const { minutes } = start()
  for (let index = 0; index < 25; index += 1) unwrap(minutes.add(id, version(String(index))))
  const seen: string[] = []
  for (let at = unwrap(minutes.get(id)); at.minutes; at = unwrap(minutes.undo(id))) {
    seen.push(at.minutes.template)
  }
  expect(seen).toEqual(['24', '23', '22', '21', '20', '19', '18', '17', '16', '15'])
})

test('a task is ticked where it is, and nothing else changes', () => {
  const { minutes } = start()
  unwrap(minutes.add(id, someMinutes))
  const ticked = unwrap(minutes.setDone(id, { section: 2, line: 0, isDone: true })).minutes
  expect(ticked?.sections[2]?.lines.map(({ isDone }) => isDone)).toEqual([true, true])
  unwrap(minutes.setDone(id, { section: 2, line: 0, isDone: false }))
  unwrap(minutes.setDone(id, { section: 9, line: 9, isDone: true }))
  expect(unwrap(minutes.get(id)).minutes).toEqual(someMinutes)
})
