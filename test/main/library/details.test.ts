import { describe, expect, it } from 'vitest'
import { meetingOf, must, newLibrary } from './folder'

const id = 'meeting-1'

describe('what a person calls a meeting', () => {
  it('is its title, also while it is being recorded', () => {
    const { meetings, details } = newLibrary()
    must(meetings.create(meetingOf()))
    must(details.rename(id, 'Quarterly review\0'))
    expect(must(meetings.get(id)).title).toBe('Quarterly review')
    expect(details.rename('nobody', 'x')).toMatchObject({ error: { code: 'meeting-not-found' } })
  })

  it('is its tags, each once whatever its case and accents', () => {
    const { meetings, details } = newLibrary()
    must(meetings.create(meetingOf()))
    must(meetings.create(meetingOf({ id: 'other' })))
    must(details.setTags(id, [' Café ', 'finance', 'cafe', '', 'Finance']))
    must(details.setTags('other', ['archive']))
    expect(must(meetings.get(id)).tags).toEqual(['Café', 'finance'])
    expect(must(meetings.list()).map(({ tags }) => tags)).toEqual([
      ['archive'],
      ['Café', 'finance'],
    ])
    expect(must(details.tags())).toEqual(['archive', 'Café', 'finance'])
    must(details.setTags(id, []))
    expect(must(details.tags())).toEqual(['archive'])
    expect(details.setTags('nobody', [])).toMatchObject({ error: { code: 'meeting-not-found' } })
  })
})
