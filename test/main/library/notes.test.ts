import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesAfter } from '../../../main/library/note-lines'
import { meetingOf, unwrap, newLibrary } from './folder'

const id = 'meeting-1'
const setUp = () => {
  const library = newLibrary()
  unwrap(library.meetings.create(meetingOf()))
  return library
}

describe('notes', () => {
  it('keep the start time of each line, while it is written and rewritten', () => {
    const { notes } = setUp()
    unwrap(notes.write(id, '- b', 1_000))
    unwrap(notes.write(id, '- budget', 2_000))
    unwrap(notes.write(id, '- budget\n', 3_000))
    unwrap(notes.write(id, '- budget\n- travel', 4_000))
    expect(unwrap(notes.write(id, '# Review\n- budget\n- travel line', 9_000))).toEqual([
      { text: '# Review', atMs: 9_000 },
      { text: '- budget', atMs: 1_000 },
      { text: '- travel line', atMs: 3_000 },
    ])
    expect(unwrap(notes.write(id, '- travel line', 9_500))).toEqual([
      { text: '- travel line', atMs: 3_000 },
    ])
    expect(unwrap(notes.write(id, '- travel line\r\nafterwards', null))).toEqual([
      { text: '- travel line', atMs: 3_000 },
      { text: 'afterwards', atMs: null },
    ])
    expect(unwrap(notes.lines(id))).toHaveLength(2)
    expect(unwrap(notes.write(id, '', 10_000))).toEqual([])
  })

  it('are the lines of any text, and unchanged lines keep their times', () => {
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

  it('belong to an existing meeting', () => {
    const { notes, bin, meetings } = setUp()
    expect(notes.write('nobody', 'x', null)).toMatchObject({ error: { code: 'meeting-not-found' } })
    unwrap(meetings.setState(id, 'done'))
    unwrap(bin.put(id))
    expect(notes.write(id, 'x', null)).toMatchObject({ error: { code: 'meeting-not-found' } })
    expect(notes.mark(id, 1)).toMatchObject({ error: { code: 'meeting-not-found' } })
  })
})

describe('marks', () => {
  it('are moments in order, each once', () => {
    const { notes } = setUp()
    unwrap(notes.mark(id, 5_000))
    unwrap(notes.mark(id, 1_000))
    expect(unwrap(notes.mark(id, 5_000))).toEqual([{ atMs: 1_000 }, { atMs: 5_000 }])
    expect(unwrap(notes.unmark(id, 1_000))).toEqual([{ atMs: 5_000 }])
    expect(unwrap(notes.unmark(id, 1_000))).toEqual([{ atMs: 5_000 }])
    expect(unwrap(notes.marks(id))).toEqual([{ atMs: 5_000 }])
  })
})
