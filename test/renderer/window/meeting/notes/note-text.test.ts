import { describe, expect, it } from 'vitest'
import { inkOf, timesOf } from '../../../../../renderer/window/meeting/notes/note-text'
import { begins } from '../../../../../renderer/window/meeting/notes/use-notes'

describe('a formatted line of notes', () => {
  it('keeps every letter that was typed', () => {
    for (const line of [
      '',
      '# Plan',
      '- [ ] call **Dana** at `10:00`',
      'a * b ** c',
      '  1. x',
      '>',
    ]) {
      const drawn = inkOf(line).map(({ text }) => text)
      expect(drawn.join('')).toBe(line)
    }
  })

  it('shows headings, bold text, code and markup', () => {
    expect(inkOf('## Next **steps**')).toEqual([
      { text: '## ', look: 'sign' },
      { text: 'Next ', look: 'heading' },
      { text: '**steps**', look: 'strong' },
    ])
    expect(inkOf('- ask `npm`')).toEqual([
      { text: '- ', look: 'sign' },
      { text: 'ask ', look: 'plain' },
      { text: '`npm`', look: 'code' },
    ])
    expect(inkOf('#no heading')).toEqual([{ text: '#no heading', look: 'plain' }])
  })
})

describe('the time of a line', () => {
  const saved = [
    { text: 'one', atMs: 1 },
    { text: 'two', atMs: 2 },
    { text: 'three', atMs: 3 },
  ]

  it('stays with the line while other lines are added and removed', () => {
    expect(timesOf(['one', 'two', 'three'], saved)).toEqual([1, 2, 3])
    expect(timesOf(['one', 'new', 'two', 'three'], saved)).toEqual([1, null, 2, 3])
    expect(timesOf(['two', 'three'], saved)).toEqual([2, 3])
    expect(timesOf(['one', 'two', 'three', ''], saved)).toEqual([1, 2, 3, null])
  })

  it('stays with a line that is being changed', () => {
    expect(timesOf(['one', 'two and a half', 'three'], saved)).toEqual([1, 2, 3])
  })

  it('is taken when the first letter of a line is typed', () => {
    expect(begins('', 'a')).toBe(true)
    expect(begins('a', 'ab')).toBe(false)
    expect(begins('a', 'a\n')).toBe(false)
    expect(begins('a\n', 'a\nb')).toBe(true)
    expect(begins('a\nb', 'a')).toBe(false)
  })
})
