import { messages } from '../../common/text/window'

/**
 * Formats times, lengths and counts for the windows. English with the 24-hour clock; lengths are in
 * ms, moments in ms since 1970.
 */
const locale = 'en-GB'
const timeFormat = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
const secondFormat = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })
const weekdayFormat = new Intl.DateTimeFormat(locale, { weekday: 'long' })
const shortWeekdayFormat = new Intl.DateTimeFormat(locale, { weekday: 'short' })
const monthFormat = new Intl.DateTimeFormat(locale, { month: 'long' })
const shortMonthFormat = new Intl.DateTimeFormat(locale, { month: 'short' })
const percentFormat = new Intl.NumberFormat(locale, { style: 'percent' })
const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

const second = 1000
const minute = 60 * second
const hour = 60 * minute

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** A time on the timeline: always `h:mm:ss`. */
export function clock(ms: number): string {
  const whole = Math.max(0, Math.floor(ms / second))
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
}

/** A length to the second: `14:02`, and `1:12:40` past an hour. */
export function length(ms: number): string {
  const whole = Math.max(0, Math.floor(ms / second))
  if (whole >= 3600) return clock(ms)
  return `${Math.floor(whole / 60)}:${two(whole % 60)}`
}

/** A length in words: `40 s`, `14 min`, `1 h 21 min`. */
export function duration(ms: number): string {
  if (ms < minute) return `${Math.max(0, Math.floor(ms / second))} s`
  const minutes = Math.floor(ms / minute)
  if (minutes < 60) return `${minutes} min`
  return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`
}

/** How much is missing. Shows tenths below a second, `0.3 s`; otherwise like `duration`. */
export function missing(ms: number): string {
  return ms < second ? `${(Math.max(100, ms) / second).toFixed(1)} s` : duration(ms)
}

/** A measured time: `0.84 s` below a second, then `1.2 s`, then whole seconds. */
export function seconds(ms: number): string {
  if (ms < second) return `${(ms / second).toFixed(2)} s`
  if (ms < 10 * second) return `${(ms / second).toFixed(1)} s`
  return `${Math.round(ms / second)} s`
}

/** How long ago, short, for the status line: `1 s ago`, `2 min ago`. */
export function agoShort(ms: number): string {
  return `${duration(Math.max(0, ms))} ago`
}

/** How long ago, in words: `just now`, `2 minutes ago`, `3 hours ago`, `2 days ago`. */
export function ago(ms: number): string {
  const count = (value: number, unit: string) =>
    value === 1 ? `1 ${unit} ago` : `${value} ${unit}s ago`
  if (ms < 5 * second) return 'just now'
  if (ms < minute) return count(Math.floor(ms / second), 'second')
  if (ms < hour) return count(Math.floor(ms / minute), 'minute')
  if (ms < 24 * hour) return count(Math.floor(ms / hour), 'hour')
  return count(Math.floor(ms / (24 * hour)), 'day')
}

/** `10:02`. */
export function timeOfDay(at: number): string {
  return timeFormat.format(at)
}

/** `10:41:12`. */
export function timeOfDayWithSeconds(at: number): string {
  return secondFormat.format(at)
}

/** `Fri`. */
export function shortWeekday(at: number): string {
  return shortWeekdayFormat.format(at)
}

/**
 * The day of a moment in words: `Today`, `Yesterday`, a weekday of the last six days, or a date.
 */
export function dayOf(at: number, now: number): { kind: 'name' | 'date'; text: string } {
  const day = (moment: number) => new Date(moment).setHours(0, 0, 0, 0)
  // Rounded, because a day can have 23 or 25 hours.
  const days = Math.round((day(now) - day(at)) / (24 * hour))
  const { today, yesterday } = messages.shell.group
  if (days === 0) return { kind: 'name', text: today }
  if (days === 1) return { kind: 'name', text: yesterday }
  if (days > 1 && days < 7) return { kind: 'name', text: weekdayFormat.format(at) }
  return { kind: 'date', text: shortDate(at) }
}

/** `10:02` today, `12 Nov` this year, `12 Nov 2025` before. */
export function shortMoment(at: number, now: number): string {
  if (new Date(at).toDateString() === new Date(now).toDateString()) return timeOfDay(at)
  const year = new Date(at).getFullYear()
  return year === new Date(now).getFullYear() ? shortDate(at) : `${shortDate(at)} ${year}`
}

/** `12 Nov`. */
export function shortDate(at: number): string {
  return `${new Date(at).getDate()} ${shortMonthFormat.format(at)}`
}

/** `November`, or `November 2025` if it is not this year. */
export function month(at: number, now: number): string {
  const year = new Date(at).getFullYear()
  return year === new Date(now).getFullYear()
    ? monthFormat.format(at)
    : `${monthFormat.format(at)} ${year}`
}

/** `Wednesday 25 November, 10:02`; with the year if it is not this year. */
export function longDate(at: number, now: number): string {
  const date = new Date(at)
  const year = date.getFullYear() === new Date(now).getFullYear() ? '' : ` ${date.getFullYear()}`
  const day = `${weekdayFormat.format(at)} ${date.getDate()} ${monthFormat.format(at)}${year}`
  return `${day}, ${timeOfDay(at)}`
}

/** `2 583`: groups of three with a narrow no-break space. */
export function count(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '\u202f')
}

/** `49%` of a share. */
export function percent(share: number): string {
  return percentFormat.format(share)
}

/** `English, French` of `en, fr`. */
export function languageList(codes: readonly string[]): string {
  return codes.map((code) => languageNames.of(code) ?? code).join(', ')
}

const units = ['kilobyte', 'megabyte', 'gigabyte'] as const

/** A size such as "1.2 GB", in powers of ten like most file managers. */
export function fileSize(bytes: number): string {
  const power = Math.min(units.length, Math.max(1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const value = bytes / 1000 ** power
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[power - 1] ?? 'gigabyte',
    maximumFractionDigits: value < 10 && power > 1 ? 1 : 0,
  }).format(value)
}
