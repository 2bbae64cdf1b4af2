import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as format from '../../../renderer/window/format'

const hour = 3_600_000
const at = (...parts: [number, number, number, number, number, number?]) =>
  new Date(parts[0], parts[1] - 1, parts[2], parts[3], parts[4], parts[5] ?? 0).getTime()

describe('times on the timeline', () => {
  it('have hours from the first second', () => {
    expect(format.clock(0)).toBe('0:00:00')
    expect(format.clock(4_999)).toBe('0:00:04')
    expect(format.clock(hour + 12 * 60_000 + 40_000)).toBe('1:12:40')
    expect(format.clock(25 * hour)).toBe('25:00:00')
  })

  it('increase and never show 60', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 * hour }), (ms) => {
        const [h = 0, m = 0, s = 0] = format.clock(ms).split(':').map(Number)
        expect(m).toBeLessThan(60)
        expect(s).toBeLessThan(60)
        expect(h * 3600 + m * 60 + s).toBe(Math.floor(ms / 1000))
      }),
    )
  })

  it('show hours of a length only if there are any', () => {
    expect(format.length(842_000)).toBe('14:02')
    expect(format.length(hour - 1)).toBe('59:59')
    expect(format.length(hour)).toBe('1:00:00')
  })

  it('show how much is missing, down to tenths of a second', () => {
    expect(format.missing(290)).toBe('0.3 s')
    expect(format.missing(12_900)).toBe('12 s')
    expect(format.missing(3)).toBe('0.1 s')
  })

  it('writes lengths in words', () => {
    expect(format.duration(40_000)).toBe('40 s')
    expect(format.duration(14 * 60_000 + 59_999)).toBe('14 min')
    expect(format.duration(81 * 60_000)).toBe('1 h 21 min')
    expect(format.duration(2 * hour + 5 * 60_000)).toBe('2 h 05 min')
  })
})

describe('measured spans', () => {
  it('keeps two places under a second', () => {
    expect(format.seconds(840)).toBe('0.84 s')
    expect(format.seconds(1_240)).toBe('1.2 s')
    expect(format.seconds(10_000)).toBe('10 s')
  })

  it('says how long ago', () => {
    expect(format.ago(1_000)).toBe('just now')
    expect(format.ago(60_000)).toBe('1 minute ago')
    expect(format.ago(130_000)).toBe('2 minutes ago')
    expect(format.ago(3 * hour)).toBe('3 hours ago')
    expect(format.ago(50 * hour)).toBe('2 days ago')
    expect(format.agoShort(1_200)).toBe('1 s ago')
  })
})

describe('moments', () => {
  const now = at(2026, 11, 25, 11, 0)

  it('writes day, month and the time of 24 hours', () => {
    expect(format.longDate(at(2026, 11, 25, 10, 2), now)).toBe('Wednesday 25 November, 10:02')
    expect(format.longDate(at(2025, 1, 3, 0, 5), now)).toMatch(/^Friday,? 3 January 2025, 00:05$/)
    expect(format.timeOfDay(at(2026, 11, 25, 9, 15))).toBe('09:15')
    expect(format.timeOfDayWithSeconds(at(2026, 11, 25, 10, 41, 12))).toBe('10:41:12')
    expect(format.shortWeekday(at(2026, 11, 20, 14, 0))).toBe('Fri')
    expect(format.shortDate(at(2026, 11, 2, 14, 0))).toBe('2 Nov')
    expect(format.month(at(2026, 10, 2, 14, 0), now)).toBe('October')
    expect(format.month(at(2025, 10, 2, 14, 0), now)).toBe('October 2025')
  })
})

describe('counts', () => {
  it('groups by three', () => {
    expect(format.count(583)).toBe('583')
    expect(format.count(2583)).toBe('2,583')
    expect(format.count(10_800)).toBe('10,800')
  })

  it('names languages and shares', () => {
    expect(format.languageList(['en', 'fr'])).toBe('English, French')
    expect(format.percent(0.49)).toBe('49%')
  })
})

describe('fileSize', () => {
  it.each([
    [0, '0 kB'],
    [999_400, '999 kB'],
    [1_250_000, '1.3 MB'],
    [147_000_000, '147 MB'],
    [4_000_000_000, '4 GB'],
    [3_200_000_000_000, '3,200 GB'],
  ])('of %d bytes is %s', (bytes, text) => expect(format.fileSize(bytes)).toBe(text))
})
