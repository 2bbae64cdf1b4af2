import ICAL from 'ical.js'
import type { Appointment } from '../../common/model'
import { blocksOf, mayTouch } from './blocks'
import { peopleOf } from './people'
import { IntlZone, ianaZone } from './zones'

/** Times in ms since 1970. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** More is no person's week. */
const mostAppointments = 2_000
/** A series has this many events before its last one is looked for no more: one a day for a century. */
const mostSteps = 40_000
const longestTitle = 200
const dayMs = 86_400_000

/**
 * Returns the appointments of a calendar that touch a range, in their order; null if the text is no
 * calendar. Left out are all-day events, cancelled ones, and events that cannot be read. A time without
 * a zone is a time of this computer.
 */
export function readCalendar(text: string, range: Range): Appointment[] | null {
  const { isCalendar, zones, events } = blocksOf(text)
  if (!isCalendar) return null
  const blocks = events.filter((block) => mayTouch(block, range.from, range.to))
  registerZones(zones, blocks)
  const found: Appointment[] = []
  const { masters, changes, alone } = sorted(blocks.flatMap(componentOf))
  const add = (item: ICAL.Event, start: ICAL.Time, end: ICAL.Time) => {
    const appointment = appointmentOf(item, start, end)
    if (appointment === null || found.length >= mostAppointments) return
    if (appointment.endsAt > range.from && appointment.startsAt < range.to) found.push(appointment)
  }
  for (const [uid, master] of masters) {
    skipBroken(() => expand(master, changes.get(uid) ?? [], range, add))
  }
  for (const component of alone) {
    skipBroken(() => {
      const event = new ICAL.Event(component)
      add(event, event.startDate, event.endDate)
    })
  }
  return found.sort((a, b) => a.startsAt - b.startsAt || a.title.localeCompare(b.title, 'en'))
}

/** What cannot be read in a file of strangers is left out, and the rest is used. */
function skipBroken(read: () => void): void {
  try {
    read()
  } catch {
    // The library throws at values that the format does not allow.
    return
  }
}

function componentOf(block: string): ICAL.Component[] {
  const found: ICAL.Component[] = []
  skipBroken(() => found.push(new ICAL.Component(ICAL.parse(block) as unknown[])))
  return found
}

/** The rules in the file come first; a zone that only has a name gets those of this computer. */
function registerZones(zones: readonly string[], events: readonly string[]): void {
  ICAL.TimezoneService.reset()
  for (const component of zones.flatMap(componentOf)) {
    skipBroken(() => ICAL.TimezoneService.register(component))
  }
  const names = /;TZID=(?:"([^"\r\n]+)"|([^":;,\r\n]+))/gi
  for (const block of events) {
    for (const [, quoted, plain] of block.replace(/\r\n[ \t]/g, '').matchAll(names)) {
      const tzid = quoted ?? plain ?? ''
      if (ICAL.TimezoneService.has(tzid)) continue
      const name = ianaZone(tzid)
      if (name !== null) ICAL.TimezoneService.register(new IntlZone(tzid, name), tzid)
    }
  }
}

/** Series and single events, changes of one event of a series, and changes whose series is missing. */
function sorted(components: readonly ICAL.Component[]) {
  const masters = new Map<string, ICAL.Component>()
  const changes = new Map<string, ICAL.Component[]>()
  const alone: ICAL.Component[] = []
  const uidOf = (component: ICAL.Component) => String(component.getFirstPropertyValue('uid') ?? '')
  for (const component of components) {
    if (component.hasProperty('recurrence-id')) continue
    const uid = uidOf(component)
    if (uid === '') alone.push(component)
    else if (sequenceOf(component) >= sequenceOf(masters.get(uid))) masters.set(uid, component)
  }
  for (const component of components) {
    if (!component.hasProperty('recurrence-id')) continue
    const uid = uidOf(component)
    if (masters.has(uid)) changes.set(uid, [...(changes.get(uid) ?? []), component])
    else alone.push(component)
  }
  return { masters, changes, alone }
}

function sequenceOf(component: ICAL.Component | undefined): number {
  return Number(component?.getFirstPropertyValue('sequence') ?? 0)
}

type Add = (item: ICAL.Event, start: ICAL.Time, end: ICAL.Time) => void

/** Two times are the same moment, whatever their zones; a date is the same day. */
const dayKey = (time: ICAL.Time) =>
  `${time.year}-${String(time.month).padStart(2, '0')}-${String(time.day).padStart(2, '0')}`
const keyOf = (time: ICAL.Time) => (time.isDate ? dayKey(time) : String(time.toUnixTime()))

// oxlint-disable-next-line max-params -- The parts of one series, and where its events go.
function expand(
  component: ICAL.Component,
  changes: readonly ICAL.Component[],
  { from, to }: Range,
  add: Add,
): void {
  const series = new ICAL.Event(component, { strictExceptions: false, exceptions: [] })
  if (!series.isRecurring()) return add(series, series.startDate, series.endDate)
  const changed = new Map<string, ICAL.Event>()
  for (const change of changes) {
    const event = new ICAL.Event(change)
    changed.set(keyOf(event.recurrenceId), event)
    skipBroken(() => series.relateException(event))
    // It may have moved into the range from far away.
    add(event, event.startDate, event.endDate)
  }
  const left = new Set<string>(
    component
      .getAllProperties('exdate')
      .flatMap((property) => property.getValues() as ICAL.Time[])
      .map(keyOf),
  )
  const lengthMs = Math.max(0, series.endDate.toUnixTime() - series.startDate.toUnixTime()) * 1_000
  const isOff = invalidDays(series)
  const iterator = series.iterator(nearStart(series, from - lengthMs))
  for (let step = 0; step < mostSteps; step += 1) {
    const time = iterator.next() as ICAL.Time | null
    if (time === null) return
    // By the clock on the wall: to ask zones for each day of many years takes long.
    const wall = Date.UTC(time.year, time.month - 1, time.day)
    if (wall - 2 * dayMs > to) return
    if (wall + lengthMs + 2 * dayMs < from) continue
    if (isOff(time) || left.has(keyOf(time)) || left.has(dayKey(time))) continue
    if (changed.has(keyOf(time)) || changed.has(dayKey(time))) continue
    const { item, startDate, endDate } = series.getOccurrenceDetails(time)
    add(item, startDate, endDate)
  }
}

/** The only rule of a series; null if there are several, or none but single dates. */
function onlyRule({ component }: ICAL.Event): ICAL.Recur | null {
  const [rule, ...more] = component.getAllProperties('rrule').map((one) => one.getFirstValue())
  return rule instanceof ICAL.Recur && more.length === 0 ? rule : null
}

/** Where to begin: a series of days or weeks is not walked through from its first year. */
function nearStart(series: ICAL.Event, from: number): ICAL.Time {
  const start = series.startDate.clone()
  const rule = onlyRule(series)
  const days = rule === null ? null : ({ DAILY: 1, WEEKLY: 7 }[rule.freq] ?? null)
  if (rule === null || days === null || rule.count) return start
  const period = days * Math.max(1, rule.interval)
  const wall = Date.UTC(start.year, start.month - 1, start.day)
  const skipped = Math.floor((from - 2 * dayMs - wall) / dayMs / period) - 1
  if (skipped > 0) start.adjust(skipped * period, 0, 0, 0)
  return start
}

/**
 * Whether a rule gave a day that a month does not have: a yearly 29 February is none in other years
 * (RFC 5545, 3.3.10), and the library makes 1 March of it.
 */
function invalidDays(series: ICAL.Event): (time: ICAL.Time) => boolean {
  const rule = onlyRule(series)
  const isPlain =
    rule !== null &&
    (rule.freq === 'YEARLY' || rule.freq === 'MONTHLY') &&
    Object.keys(rule.parts).every((part) => part === 'BYMONTH')
  if (!isPlain || series.component.hasProperty('rdate')) return () => false
  const { day } = series.startDate
  return (time) => time.day !== day
}

function appointmentOf(item: ICAL.Event, start: ICAL.Time, end: ICAL.Time): Appointment | null {
  const { component } = item
  const value = (name: string) => String(component.getFirstPropertyValue(name) ?? '')
  if (start.isDate || /^TRUE$/i.test(value('x-microsoft-cdo-alldayevent'))) return null
  if (/^CANCELLED$/i.test(value('status'))) return null
  const title = value('summary')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longestTitle)
  const startsAt = start.toJSDate().getTime()
  const endsAt = Math.max(startsAt, end.toJSDate().getTime())
  if (title === '' || !Number.isFinite(startsAt) || !Number.isFinite(endsAt)) return null
  const isFree = /^TRANSPARENT$/i.test(value('transp'))
  return { title, startsAt, endsAt, isFree, people: peopleOf(component) }
}
