interface Clock {
  hours: number
  minutes: number
  seconds: number
  millis: number
}

function clockOf(ms: number): Clock {
  const whole = Math.max(0, Math.round(ms))
  return {
    hours: Math.floor(whole / 3_600_000),
    minutes: Math.floor(whole / 60_000) % 60,
    seconds: Math.floor(whole / 1_000) % 60,
    millis: whole % 1_000,
  }
}

const digits = (value: number, count: number) => String(value).padStart(count, '0')

/** Returns `h:mm:ss`, rounded down to seconds. */
export function readingTime(ms: number): string {
  const { hours, minutes, seconds } = clockOf(ms)
  return `${hours}:${digits(minutes, 2)}:${digits(seconds, 2)}`
}

/** Returns `HH:MM:SS,mmm`, with more digits from 100 hours on. */
export function srtTime(ms: number): string {
  return cueTime(ms, ',')
}

/** Returns `HH:MM:SS.mmm`. */
export function vttTime(ms: number): string {
  return cueTime(ms, '.')
}

function cueTime(ms: number, mark: ',' | '.'): string {
  const { hours, minutes, seconds, millis } = clockOf(ms)
  return `${digits(hours, 2)}:${digits(minutes, 2)}:${digits(seconds, 2)}${mark}${digits(millis, 3)}`
}

/**
 * Returns a date that people in any country can read: `2026-11-25 10:02`. `timeZone` is an IANA
 * name; undefined means the time zone of the computer.
 */
export function dateAndTime(at: number, timeZone?: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((found) => found.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`
}
