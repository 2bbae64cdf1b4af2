import { appLanguage } from '../../common/text'
import { messages } from '../../common/text/window'

/**
 * Formats times, lengths and counts for the windows, in the language of the app. Lengths are in ms,
 * moments in ms since 1970.
 */
const locale = appLanguage.tag
const text = messages.shell.time
const timeFormat = dateFormat({ hour: '2-digit', minute: '2-digit' })
const secondFormat = dateFormat({ timeStyle: 'medium' })
const weekdayFormat = dateFormat({ weekday: 'long' })
const shortWeekdayFormat = dateFormat({ weekday: 'short' })
const monthFormat = dateFormat({ month: 'long' })
const yearMonthFormat = dateFormat({ month: 'long', year: 'numeric' })
const shortDateFormat = dateFormat({ day: 'numeric', month: 'short' })
const shortYearFormat = dateFormat({ day: 'numeric', month: 'short', year: 'numeric' })
const dayFormat = dateFormat({ weekday: 'long', day: 'numeric', month: 'long' })
const yearDayFormat = dateFormat({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const dateTimeFormat = dateFormat({ dateStyle: 'medium', timeStyle: 'short' })
const percentFormat = new Intl.NumberFormat(locale, { style: 'percent' })
const languageNames = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })

const numberFormat = new Intl.NumberFormat(locale)
const relativeFormat = new Intl.RelativeTimeFormat(locale)
const listFormat = new Intl.ListFormat(locale, { type: 'unit' })

const second = 1000
const minute = 60 * second
const hour = 60 * minute

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, options)
}

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
  if (ms < minute) return text.seconds(count(Math.max(0, Math.floor(ms / second))))
  const minutes = Math.floor(ms / minute)
  if (minutes < 60) return text.minutes(count(minutes))
  return text.hours(count(Math.floor(minutes / 60)), two(minutes % 60))
}

/** How much is missing. Shows tenths below a second, `0.3 s`; otherwise like `duration`. */
export function missing(ms: number): string {
  return ms < second ? secondsWith(1, Math.max(100, ms)) : duration(ms)
}

/** A measured time: `0.84 s` below a second, then `1.2 s`, then whole seconds. */
export function seconds(ms: number): string {
  if (ms < second) return secondsWith(2, ms)
  return secondsWith(ms < 10 * second ? 1 : 0, ms)
}

function secondsWith(decimals: number, ms: number): string {
  return text.seconds(decimal(ms / second, decimals))
}

/** `0.30`: a number with this many decimals. */
export function decimal(value: number, decimals: number): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value)
}

/** How long ago, short, for the status line: `1 s ago`, `2 min ago`. */
export function agoShort(ms: number): string {
  return text.ago(duration(Math.max(0, ms)))
}

/** How long ago, in words: `just now`, `2 minutes ago`, `3 hours ago`, `2 days ago`. */
export function ago(ms: number): string {
  const before = (length: number, unit: Intl.RelativeTimeFormatUnit) =>
    relativeFormat.format(-Math.floor(ms / length), unit)
  if (ms < 5 * second) return text.justNow
  if (ms < minute) return before(second, 'second')
  if (ms < hour) return before(minute, 'minute')
  if (ms < 24 * hour) return before(hour, 'hour')
  return before(24 * hour, 'day')
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
  return isSameYear(at, now) ? shortDate(at) : shortYearFormat.format(at)
}

/** `12 Nov`. */
export function shortDate(at: number): string {
  return shortDateFormat.format(at)
}

/** `November`, or `November 2025` if it is not this year. */
export function month(at: number, now: number): string {
  return (isSameYear(at, now) ? monthFormat : yearMonthFormat).format(at)
}

/** `Wednesday 25 November, 10:02`; with the year if it is not this year. */
export function longDate(at: number, now: number): string {
  const day = (isSameYear(at, now) ? dayFormat : yearDayFormat).format(at)
  return text.dateAndTime(day, timeOfDay(at))
}

/** `12 Nov 2025, 10:02`. */
export function dateWithTime(at: number): string {
  return dateTimeFormat.format(at)
}

function isSameYear(at: number, now: number): boolean {
  return new Date(at).getFullYear() === new Date(now).getFullYear()
}

/** `2,583`. */
export function count(value: number): string {
  return numberFormat.format(Math.round(value))
}

/** `49%` of a share. */
export function percent(share: number): string {
  return percentFormat.format(share)
}

/** `English, French` of `en, fr`. */
export function languageList(codes: readonly string[]): string {
  return listFormat.format(codes.map((code) => languageNames.of(code) ?? code))
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
