import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { blocksOf, mayTouch } from '../../../main/calendar/blocks'
import { readCalendar } from '../../../main/calendar/read'
import { ianaZone } from '../../../main/calendar/zones'

const folder = join(import.meta.dirname, 'cases')
const year = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) }

/** `2026-03-10T13:00Z Board`, sorted. */
const lines = (text: string, range = year) =>
  (readCalendar(text, range) ?? [])
    .map(({ startsAt, title }) => `${new Date(startsAt).toISOString().slice(0, 16)}Z ${title}`)
    .sort()

const event = (...rows: readonly string[]) => ['BEGIN:VEVENT', ...rows, 'END:VEVENT']
const calendar = (...rows: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...rows, 'END:VCALENDAR'].join('\r\n')
const at9 = ['DTSTART:20260310T090000Z', 'DTEND:20260310T100000Z']

describe('a calendar', () => {
  // Made by recurring-ical-events 2.0.1 for Python, which shares no code with ours. The events in a
  // zone of an odd name are by hand, because it takes them for UTC.
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<
    string,
    string[]
  >
  it.each(Object.entries(expected))('%s has the appointments of another reader', (name, wanted) => {
    const found = lines(readFileSync(join(folder, name), 'utf8'))
    expect(found.filter((line) => !line.endsWith('floating, odd'))).toEqual(wanted)
  })

  it('has times without a zone by the clock of this computer', () => {
    const found = readCalendar(readFileSync(join(folder, 'odd.ics'), 'utf8'), year) ?? []
    const floating = found.find(({ title }) => title === 'floating, odd')
    expect(floating?.startsAt).toBe(new Date(2026, 2, 1, 10).getTime())
  })

  it('is none without its first line', () => {
    expect(readCalendar('<html>Sign in</html>', year)).toBeNull()
    expect(readCalendar('', year)).toBeNull()
    expect(readCalendar(calendar(), year)).toEqual([])
  })

  it('leaves out all-day and cancelled events, and those without a title', () => {
    const text = calendar(
      ...event('UID:a', ...at9, 'SUMMARY:Kept'),
      ...event('UID:b', ...at9, 'SUMMARY:Off', 'STATUS:CANCELLED'),
      ...event('UID:c', 'DTSTART;VALUE=DATE:20260310', 'SUMMARY:Holiday'),
      ...event('UID:d', ...at9, 'SUMMARY:Outlook', 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE'),
      ...event('UID:e', ...at9),
    )
    expect(lines(text)).toEqual(['2026-03-10T09:00Z Kept'])
  })

  it('loses only the events that are broken', () => {
    const text = calendar(
      ...event('UID:a', 'DTSTART:tomorrow', 'SUMMARY:Broken'),
      ...event('UID:b', ...at9, 'RRULE:FREQ=SOMETIMES', 'SUMMARY:Broken rule'),
      ...event('no colon', 'UID:c', ...at9, 'SUMMARY:Broken line'),
      ...event('UID:d', ...at9, 'SUMMARY:Whole', 'BEGIN:VALARM', 'TRIGGER:-PT5M', 'END:VALARM'),
      'BEGIN:VEVENT',
      'SUMMARY:Cut off',
    )
    expect(lines(text)).toEqual(['2026-03-10T09:00Z Whole'])
  })

  it('takes the newer version of an event, and a change whose series is missing', () => {
    const text = calendar(
      ...event('UID:a', ...at9, 'SEQUENCE:2', 'SUMMARY:New'),
      ...event('UID:a', ...at9, 'SEQUENCE:1', 'SUMMARY:Old'),
      ...event('UID:gone', 'RECURRENCE-ID:20260311T090000Z', ...at9, 'SUMMARY:Alone'),
    )
    expect(lines(text)).toEqual(['2026-03-10T09:00Z Alone', '2026-03-10T09:00Z New'])
  })

  it('knows that a cancelled or moved event of a series is not there', () => {
    const series = event('UID:a', ...at9, 'RRULE:FREQ=DAILY;COUNT=4', 'SUMMARY:Daily')
    const text = calendar(
      ...series,
      ...event(
        'UID:a',
        'RECURRENCE-ID:20260311T090000Z',
        'DTSTART:20260311T090000Z',
        'STATUS:CANCELLED',
        'SUMMARY:Daily',
      ),
      ...event(
        'UID:a',
        'RECURRENCE-ID:20260312T090000Z',
        'DTSTART:20280101T090000Z',
        'SUMMARY:Far away',
      ),
    )
    expect(lines(text)).toEqual(['2026-03-10T09:00Z Daily', '2026-03-13T09:00Z Daily'])
  })

  it('ends a hostile series, and is not walked through from its first year', () => {
    const text = calendar(
      ...event('UID:a', 'DTSTART:19700101T090000Z', 'RRULE:FREQ=SECONDLY', 'SUMMARY:Hostile'),
      ...event('UID:b', 'DTSTART:20260101T090000Z', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'),
      ...event('UID:c', 'DTSTART:19000101T090000Z', 'RRULE:FREQ=DAILY', 'SUMMARY:Daily'),
    )
    const range = { from: Date.UTC(2026, 2, 10), to: Date.UTC(2026, 2, 12) }
    expect(lines(text, range)).toEqual(['2026-03-10T09:00Z Daily', '2026-03-11T09:00Z Daily'])
  })

  it('gives the people who come, as people write their names', () => {
    const text = calendar(
      ...event(
        'UID:a',
        ...at9,
        'SUMMARY:Budget\\, weekly',
        'ORGANIZER;CN="Kim, Ana (Sales)":mailto:ana@example.com',
        'ATTENDEE;CN=ana kim:mailto:ana@example.com',
        'ATTENDEE;CN=Miguel Ortiz;PARTSTAT=ACCEPTED:mailto:m@example.com',
        'ATTENDEE;CN=Room 4;CUTYPE=ROOM:mailto:room@example.com',
        'ATTENDEE;CN=Dana;PARTSTAT=DECLINED:mailto:d@example.com',
        'ATTENDEE;CN=x@example.com:mailto:x@example.com',
        'ATTENDEE:mailto:nameless@example.com',
        'TRANSP:TRANSPARENT',
      ),
    )
    expect(readCalendar(text, year)).toMatchObject([
      { title: 'Budget, weekly', people: ['Ana Kim', 'Miguel Ortiz'], isFree: true },
    ])
  })
})

it('knows a past event by its dates alone, and reads each other one', () => {
  const range = { from: Date.UTC(2026, 2, 10), to: Date.UTC(2026, 2, 12) }
  const touches = (...rows: readonly string[]) =>
    mayTouch(event(...rows).join('\r\n'), range.from, range.to)
  expect(touches('DTSTART:20250310T090000Z', 'DTEND:20250310T100000Z')).toBe(false)
  expect(touches('DTSTART;TZID=Asia/Tokyo:20270310T090000')).toBe(false)
  expect(touches('DTSTART;VALUE=DATE:20250101')).toBe(false)
  expect(touches('DTSTART:20250310T090000Z', 'DTEND:20260311T100000Z')).toBe(true)
  expect(touches('DTSTART:20250310T090000Z', 'DURATION:P400D')).toBe(true)
  expect(touches('DTSTART:20250310T090000Z', 'RRULE:FREQ=DAILY')).toBe(true)
  expect(touches('SUMMARY:x')).toBe(true)
  expect(blocksOf('begin:vcalendar\nBEGIN:VEVENT\nEND:VEVENT\n').events).toHaveLength(1)
})

it('knows zones by their names here, on Windows, and at the end of a path', () => {
  expect(ianaZone('Europe/Berlin')).toBe('Europe/Berlin')
  expect(ianaZone('W. Europe Standard Time')).toBe('Europe/Berlin')
  expect(ianaZone('/freeassociation.sourceforge.net/America/New_York')).toBe('America/New_York')
  expect(ianaZone('Customized Time Zone 1')).toBeNull()
})
