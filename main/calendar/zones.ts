import ICAL from 'ical.js'
import { findIana } from 'windows-iana'

const dayMs = 86_400_000

/** Offsets of one month are compared at these days; a change of an hour falls between two of them. */
const sampledDays = [-1, 7, 15, 23, 33]

function known(name: string): string | null {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name
  } catch {
    // It throws for names that it does not know.
    return null
  }
}

/**
 * The IANA name of a time zone by what a calendar calls it: that name, the name that Windows gives it,
 * or the end of a path. null if it has none.
 */
export function ianaZone(tzid: string): string | null {
  const own = known(tzid) ?? (findIana(tzid)[0] as string | undefined) ?? null
  if (own !== null) return own
  const parts = tzid.split('/')
  for (let start = 1; start < parts.length; start += 1) {
    const name = known(parts.slice(start).join('/'))
    if (name !== null) return name
  }
  return null
}

/** A time zone whose rules come from Intl, for calendars that name a zone without its rules. */
export class IntlZone extends ICAL.Timezone {
  private readonly format: Intl.DateTimeFormat
  /** The offset of a month that has only one, by its first day; null if it has several. */
  private readonly months = new Map<number, number | null>()

  constructor(tzid: string, name: string) {
    super({ tzid, component: '' })
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  }

  /** In seconds. A time that a clock skips counts by the offset before, as RFC 5545 has it. */
  override utcOffset(time: ICAL.Time): number {
    const { year, month, day, hour, minute, second } = time
    const whole = this.offsetOfMonth(Date.UTC(year, month - 1, 1))
    if (whole !== null) return whole
    const wall = Date.UTC(year, month - 1, day, hour, minute, second)
    const before = this.offsetAt(wall - dayMs)
    const after = this.offsetAt(wall + dayMs)
    if (before === after || this.offsetAt(wall - before * 1_000) === before) return before
    return this.offsetAt(wall - after * 1_000) === after ? after : before
  }

  private offsetOfMonth(first: number): number | null {
    const cached = this.months.get(first)
    if (cached !== undefined) return cached
    const offsets = new Set(sampledDays.map((day) => this.offsetAt(first + day * dayMs)))
    const only = offsets.size === 1 ? ([...offsets][0] ?? null) : null
    this.months.set(first, only)
    return only
  }

  private offsetAt(at: number): number {
    const parts = Object.fromEntries(
      this.format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    )
    const part = (name: string) => parts[name] ?? 0
    const wall = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    )
    return Math.round((wall - Math.floor(at / 1_000) * 1_000) / 1_000)
  }
}
