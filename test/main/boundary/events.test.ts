import { expect, test } from 'vitest'
import { createEvents } from '../../../main/boundary/events'

test('an event reaches its listeners in the order in which they were added, and no others', () => {
  const events = createEvents()
  const heard: string[] = []
  events.on('meetings:removed', ({ id }) => heard.push(`first ${id}`))
  events.on('meetings:removed', ({ id }) => heard.push(`second ${id}`))
  events.on('captions:changed', () => heard.push('another event'))
  events.emit('meetings:removed', { id: 'm1' })
  expect(heard).toEqual(['first m1', 'second m1'])
})

test('a removed listener gets no more events, and the others still do', () => {
  const events = createEvents()
  const heard: string[] = []
  const remove = events.on('captions:changed', () => heard.push('removed'))
  events.on('captions:changed', (shown) => heard.push(`kept ${String(shown)}`))
  remove()
  events.emit('captions:changed', true)
  expect(heard).toEqual(['kept true'])
})

test('a listener that removes itself does not hide the event from the next one', () => {
  const events = createEvents()
  const heard: string[] = []
  const remove = events.on('gaps:found', () => {
    heard.push('once')
    remove()
  })
  events.on('gaps:found', () => heard.push('always'))
  events.emit('gaps:found', undefined)
  events.emit('gaps:found', undefined)
  expect(heard).toEqual(['once', 'always', 'always'])
})

test('names and payloads are checked by the compiler', () => {
  const events = createEvents()
  // @ts-expect-error There is no such event.
  events.emit('meetings:exploded', undefined)
  // @ts-expect-error The payload is that of another event.
  events.emit('captions:changed', { id: 'm1' })
  // @ts-expect-error The payload is a boolean.
  events.on('captions:changed', ({ id }: { id: string }) => id)
})
