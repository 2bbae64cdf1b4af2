import { describe, expect, it } from 'vitest'
import { dateAndTime, readingTime, srtTime, vttTime } from '../../../main/exports/times'

const hour = 3_600_000

describe('times', () => {
  it.each([
    [0, '0:00:00', '00:00:00,000'],
    [999, '0:00:00', '00:00:00,999'],
    [61_005, '0:01:01', '00:01:01,005'],
    [hour - 1, '0:59:59', '00:59:59,999'],
    [hour, '1:00:00', '01:00:00,000'],
    [75 * 60_000 + 12_000, '1:15:12', '01:15:12,000'],
    [10 * hour + 1, '10:00:00', '10:00:00,001'],
    [123 * hour + 59 * 60_000, '123:59:00', '123:59:00,000'],
    [-5, '0:00:00', '00:00:00,000'],
  ])('%d ms', (ms, reading, srt) => {
    expect(readingTime(ms)).toBe(reading)
    expect(srtTime(ms)).toBe(srt)
    expect(vttTime(ms)).toBe(srt.replace(',', '.'))
  })

  it('writes a date that reads the same everywhere', () => {
    const at = Date.UTC(2026, 0, 5, 23, 7)
    expect(dateAndTime(at, 'UTC')).toBe('2026-01-05 23:07')
    expect(dateAndTime(at, 'Asia/Tokyo')).toBe('2026-01-06 08:07')
    expect(dateAndTime(Date.UTC(2026, 0, 5), 'UTC')).toBe('2026-01-05 00:00')
  })
})
