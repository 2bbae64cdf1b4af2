import { expect, it } from 'vitest'
import { isolateValues } from '../../../common/text/isolate'

it('keeps each value of a sentence in its own direction, and leaves the rest', () => {
  const text = isolateValues({
    open: 'فتح',
    moved: (title: string, count: number) => `نُقل ${title} (${count})`,
    nothing: null,
  })
  expect(text.open).toBe('فتح')
  expect(text.moved('Budget.', 2)).toBe('نُقل \u2068Budget.\u2069 (2)')
  expect(text.moved('', 2)).toBe('نُقل  (2)')
  expect(text.nothing).toBeNull()
})
