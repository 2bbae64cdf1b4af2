import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesAfter } from '../../../main/library/note-lines'
import { meetingOf, must, newLibrary } from './folder'

const id = 'meeting-1'
const setUp = () => {
  const library = newLibrary()
  must(library.meetings.create(meetingOf()))
  return library
}

describe('notes', () => {
  it('keep for each line when it was begun, while it is written and rewritten', () => {
    const { notes } = setUp()
    must(notes.write(id, '- b', 1_000))
    must(notes.write(id, '- budget', 2_000))
    must(notes.write(id, '- budget\n', 3_000))
    must(notes.write(id, '- budget\n- travel', 4_000))
    expect(must(notes.write(id, '# Review\n- budget\n- travel line', 9_000))).toEqual([
      { text: '# Review', atMs: 9_000 },
      { text: '- budget', atMs: 1_000 },
      { text: '- travel line', atMs: 3_000 },
    ])
    expect(must(notes.write(id, '- travel line', 9_500))).toEqual([
      { text: '- travel line', atMs: 3_000 },
    ])
    expect(must(notes.write(id, '- travel line\r\nafterwards', null))).toEqual([
      { text: '- travel line', atMs: 3_000 },
      { text: 'afterwards', atMs: null },
    ])
    expect(must(notes.lines(id))).toHaveLength(2)
    expect(must(notes.write(id, '', 10_000))).toEqual([])
  })

  it('of any text are its lines, and those that stay keep their times', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(text, text, (first, second) => {
        const before = linesAfter([], first.join('\n'), 1)
        const after = linesAfter(before, second.join('\n'), 2)
        expect(after.map((line) => line.text).join('\n')).toBe(second.join('\n'))
        expect(linesAfter(after, second.join('\n'), 3)).toEqual(after)
        const added = after.filter(({ atMs }) => atMs === 2).length
        expect(added).toBeLessThanOrEqual(second.length)
        expect(added).toBeGreaterThanOrEqual(after.length - before.length)
      }),
    )
  })

  it('belong to a meeting that is there', () => {
    const { notes, bin, meetings } = setUp()
    expect(notes.write('nobody', 'x', null)).toMatchObject({ error: { code: 'meeting-not-found' } })
    must(meetings.setState(id, 'done'))
    must(bin.put(id))
    expect(notes.write(id, 'x', null)).toMatchObject({ error: { code: 'meeting-not-found' } })
    expect(notes.mark(id, 1)).toMatchObject({ error: { code: 'meeting-not-found' } })
  })
})

describe('marks', () => {
  it('are moments in order, each once', () => {
    const { notes } = setUp()
    must(notes.mark(id, 5_000))
    must(notes.mark(id, 1_000))
    expect(must(notes.mark(id, 5_000))).toEqual([{ atMs: 1_000 }, { atMs: 5_000 }])
    expect(must(notes.unmark(id, 1_000))).toEqual([{ atMs: 5_000 }])
    expect(must(notes.unmark(id, 1_000))).toEqual([{ atMs: 5_000 }])
    expect(must(notes.marks(id))).toEqual([{ atMs: 5_000 }])
  })
})
