import { describe, expect, it } from 'vitest'
import { meetingOf, unwrap, newLibrary } from './folder'

const id = 'meeting-1'

describe('the name of a meeting', () => {
  it('is a title, also while it is being recorded', () => {
    const { meetings, titleAndTags: details } = newLibrary()
    unwrap(meetings.create(meetingOf()))
    unwrap(details.rename(id, 'Quarterly review\0'))
    expect(unwrap(meetings.get(id)).title).toBe('Quarterly review')
    expect(details.rename('nobody', 'x')).toMatchObject({ error: { code: 'meeting-not-found' } })
  })

  it('has tags, each once regardless of case and accents', () => {
    const { meetings, titleAndTags: details } = newLibrary()
    unwrap(meetings.create(meetingOf()))
    unwrap(meetings.create(meetingOf({ id: 'other' })))
    unwrap(details.setTags(id, [' Café ', 'finance', 'cafe', '', 'Finance']))
    unwrap(details.setTags('other', ['archive']))
    expect(unwrap(meetings.get(id)).tags).toEqual(['Café', 'finance'])
    expect(unwrap(meetings.list()).map(({ tags }) => tags)).toEqual([
      ['archive'],
      ['Café', 'finance'],
    ])
    expect(unwrap(details.tags())).toEqual(['archive', 'Café', 'finance'])
    unwrap(details.setTags(id, []))
    expect(unwrap(details.tags())).toEqual(['archive'])
    expect(details.setTags('nobody', [])).toMatchObject({ error: { code: 'meeting-not-found' } })
  })
})
