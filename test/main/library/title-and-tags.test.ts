import { describe, expect, it } from 'vitest'
import { meetingOf, newLibrary, turnOf, unwrap } from './folder'

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
    const { meetings, corrections, titleAndTags: details } = newLibrary()
    const setTags = (of: string, tags: string[]) => corrections.edit(of, { kind: 'tags', tags })
    unwrap(meetings.create(meetingOf()))
    unwrap(meetings.create(meetingOf({ id: 'other' })))
    unwrap(setTags(id, [' Café ', 'finance', 'cafe', '', 'Finance']))
    unwrap(setTags('other', ['archive']))
    expect(unwrap(meetings.get(id)).tags).toEqual(['Café', 'finance'])
    expect(unwrap(meetings.list()).map(({ tags }) => tags)).toEqual([
      ['archive'],
      ['Café', 'finance'],
    ])
    expect(unwrap(details.tags())).toEqual(['archive', 'Café', 'finance'])
    unwrap(setTags(id, []))
    expect(unwrap(details.tags())).toEqual(['archive'])
    expect(setTags('nobody', [])).toMatchObject({ error: { code: 'meeting-not-found' } })
  })

  it('comes back by undo, title and tags, and goes again by redo', () => {
    const { meetings, corrections } = newLibrary()
    unwrap(meetings.create(meetingOf({ title: 'Meeting, 10:02' })))
    const shown = () => {
      const { title, tags } = unwrap(meetings.get(id))
      return { title, tags }
    }
    const before = shown()
    unwrap(corrections.edit(id, { kind: 'title', title: 'Budget' }))
    const edited = unwrap(corrections.edit(id, { kind: 'tags', tags: ['q4', 'finance'] }))
    expect(edited).toMatchObject({ described: true, history: { undo: 'tags', redo: null } })
    const after = shown()
    expect(after).toEqual({ title: 'Budget', tags: ['finance', 'q4'] })
    unwrap(corrections.undo(id))
    expect(shown()).toEqual({ title: 'Budget', tags: [] })
    const first = unwrap(corrections.undo(id))
    expect(first.history).toMatchObject({ undo: null, redo: 'title' })
    expect(shown()).toEqual(before)
    unwrap(corrections.redo(id))
    unwrap(corrections.redo(id))
    expect(shown()).toEqual(after)
  })

  it('stays when the meeting is transcribed again', () => {
    const { meetings, corrections, turns } = newLibrary()
    unwrap(meetings.create(meetingOf({ title: 'Budget' })))
    unwrap(corrections.edit(id, { kind: 'tags', tags: ['finance'] }))
    const spoken = turnOf()
    unwrap(turns.upsert(id, spoken))
    unwrap(meetings.setState(id, 'done'))
    const added = [{ turn: { ...spoken, text: 'Heard again.' }, like: null }]
    const again = unwrap(corrections.replace(id, { removed: [spoken], added }))
    expect(again.history.undo).toBe('again')
    expect(unwrap(meetings.get(id))).toMatchObject({ title: 'Budget', tags: ['finance'] })
  })

  it('stores no edit that changes nothing', () => {
    const { meetings, corrections } = newLibrary()
    unwrap(meetings.create(meetingOf({ title: 'Budget' })))
    unwrap(corrections.edit(id, { kind: 'title', title: 'Budget' }))
    unwrap(corrections.edit(id, { kind: 'tags', tags: [] }))
    expect(unwrap(corrections.history(id)).undo).toBeNull()
  })
})
