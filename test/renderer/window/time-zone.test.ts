import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { momentOfField, startField, startThere } from '../../../renderer/window/time-zone'

const startedAt = Date.UTC(2026, 10, 25, 9, 15)

describe('when a meeting began', () => {
  test.each([
    ['Asia/Tokyo', '2026-11-25T18:15'],
    ['America/Los_Angeles', '2026-11-25T01:15'],
    ['Pacific/Kiritimati', '2026-11-25T23:15'],
  ])('is what the clocks of %s showed', (timeZone, field) => {
    expect(startField({ startedAt, timeZone })).toBe(field)
    const date = new Date(startThere({ startedAt, timeZone }))
    expect(date.getHours()).toBe(Number(field.slice(11, 13)))
    expect(momentOfField(field, timeZone)).toBe(startedAt)
  })

  test('is that of the clocks here without a zone, or in one that nobody knows', () => {
    expect(startThere({ startedAt })).toBe(startedAt)
    expect(startThere({ startedAt, timeZone: 'Moon/Tycho' })).toBe(startedAt)
    const here = new Date(2024, 4, 12, 10, 30).getTime()
    expect(momentOfField('2024-05-12T10:30', undefined)).toBe(here)
    expect(momentOfField('2024-05-12T10:30', 'Moon/Tycho')).toBe(here)
  })

  test('is no moment if the field is empty', () => {
    expect(momentOfField('', 'Asia/Tokyo')).toBeNull()
  })

  test('comes back from the field to the minute, in every zone and season', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu']
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 })
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, timeZone) => {
        // Not at night: an hour of it may exist twice or not at all.
        const at = Date.UTC(2026, 0, 1) + minute * 60_000
        const field = startField({ startedAt: at, timeZone })
        fc.pre(Number(field.slice(11, 13)) > 3)
        expect(momentOfField(field, timeZone)).toBe(at)
      }),
    )
  })
})
