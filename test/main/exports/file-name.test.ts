import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileName, fileNameFor } from '../../../main/exports/file-name'

describe('fileName', () => {
  it.each([
    ['Meeting, 10:02', 'Meeting, 10-02.txt'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j.txt'],
    ['Réunion d’équipe 会議 فريق 👩‍👩‍👧', 'Réunion d’équipe 会議 فريق 👩‍👩‍👧.txt'],
    ['../../etc/passwd', 'etc-passwd.txt'],
    ['.hidden', 'hidden.txt'],
    ['ends with dots...', 'ends with dots.txt'],
    ['two\nlines\tand\0nothing', 'two lines and nothing.txt'],
    ['invoice\u202Etxt.exe', 'invoice txt.exe.txt'],
    ['CON', '_CON.txt'],
    ['nul.2026', '_nul.2026.txt'],
    ['COM¹', '_COM¹.txt'],
    ['Contact', 'Contact.txt'],
    ['', 'Meeting.txt'],
    [' . / . ', 'Meeting.txt'],
  ])('makes %j %j', (title, name) => {
    expect(fileName(title, 'txt')).toBe(name)
  })

  it('is safe on every system whatever the title', () => {
    const title = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({
        unit: fc.constantFrom('.', ' ', '/', ':', 'a', '漢', '👩‍👩‍👧', '\0', '\ud800'),
        maxLength: 300,
      }),
    )
    fc.assert(
      fc.property(title, (text) => {
        const name = fileName(text, 'json')
        expect(name).toMatch(/^[^\s.].*\.json$/u)
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}]/u)
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\s*\./i)
        expect(name).not.toMatch(/[. ]\.json$/)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(140)
        expect(fileName(name.slice(0, -5), 'json')).toBe(name)
      }),
    )
  })

  it('cuts long titles between characters', () => {
    const name = fileName('👩‍👩‍👧'.repeat(40), 'txt')
    expect(name).toBe(`${'👩‍👩‍👧'.repeat(7)}.txt`)
  })

  it('offers the day with the title', () => {
    const meeting = { title: 'Meeting, 10:02', startedAt: Date.UTC(2026, 10, 25, 10, 2) }
    expect(fileNameFor(meeting, 'srt', 'UTC')).toBe('2026-11-25 Meeting, 10-02.srt')
  })
})

it('keeps the day of the time zone in which a meeting was recorded', () => {
  const startedAt = Date.UTC(2026, 10, 25, 20)
  const name = (timeZone: string) => fileNameFor({ title: 'Call', startedAt, timeZone }, 'md')
  expect(name('Asia/Tokyo')).toBe('2026-11-26 Call.md')
  expect(name('America/New_York')).toBe('2026-11-25 Call.md')
})
