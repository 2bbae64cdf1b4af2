import { basename } from 'node:path'

export interface RecordedAtFacts {
  /** Tags of the file, keys in lower case, as FFmpeg names them. */
  readonly tags: readonly (readonly [key: string, value: string])[]
  readonly path: string
  /** When the file was last written, in ms since 1970. */
  readonly writtenAt: number
}

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

interface Clock {
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** Tags with the time of the recording, the most exact ones first. */
const keys = [
  'com.apple.quicktime.creationdate',
  'creation_time',
  'date_recorded',
  'originationdate',
  'date',
  'tdrc',
  'tden',
  'icrd',
  'year',
]
/** Recorders count from 1904 or 1970 if nobody has set their clock. */
const firstYear = 1980

/**
 * When a recording was made, in ms since 1970: from inside the file, then from its name, then from
 * the disk. A time without a zone is that of this computer. A day without a time of day takes it
 * from the name, or from the disk.
 */
export function recordedAt({ tags, path, writtenAt }: RecordedAtFacts): number {
  const onDisk = Math.round(writtenAt)
  const named = withClockOf(fromName(basename(path)), onDisk)
  return withClockOf(fromTags(tags), named ?? onDisk) ?? named ?? onDisk
}

/** A day at the time of day of another moment; a moment as it is. */
function withClockOf(found: number | Day | null, moment: number): number | null {
  if (found === null || typeof found === 'number') return found
  const other = new Date(moment)
  const [hour, minute, second] = [other.getHours(), other.getMinutes(), other.getSeconds()]
  return localTime(found, { hour, minute, second })
}

/** A moment, or a day if no tag says more. */
function fromTags(tags: RecordedAtFacts['tags']): number | Day | null {
  const values = keys.flatMap((key) =>
    tags.filter(([name]) => name === key).map(([, value]) => value),
  )
  let day: Day | null = null
  for (const value of values) {
    const moment = parseMoment(value)
    if (moment !== null) return moment
    day ??= parseDay(value)
  }
  // A broadcast WAV has its day and its time of day in two fields.
  const clock = tags.flatMap(([key, value]) => (key === 'creation_time' ? [parseClock(value)] : []))
  return day !== null && clock[0] ? localTime(day, clock[0]) : day
}

const dayPattern = /(?<year>\d{4})[-:./_]?(?<month>\d{2})[-:./_]?(?<day>\d{2})/
const clockPattern = /(?<hour>\d{2})[-:.h_]?(?<minute>\d{2})(?:[-:.m_]?(?<second>\d{2}))?/
const momentPattern = new RegExp(
  `^\\s*${dayPattern.source}[T _]+${clockPattern.source}(?:\\.\\d+)?\\s*(?<zone>Z|UTC|[+-]\\d{2}:?\\d{2})?`,
)
const namePattern = new RegExp(
  `(?<!\\d)${dayPattern.source}(?:[T _-]+(?:at[ _-])?${clockPattern.source})?(?!\\d)`,
)

function parseMoment(value: string): number | null {
  const found = momentPattern.exec(value)?.groups
  const day = found ? dayOf(found) : null
  const clock = found ? clockOf(found) : null
  if (!found || day === null || clock === null) return null
  const zone = found['zone']
  if (zone === undefined) return localTime(day, clock)
  const utc = Date.UTC(day.year, day.month - 1, day.day, clock.hour, clock.minute, clock.second)
  return utc - zoneMs(zone)
}

function zoneMs(zone: string): number {
  if (zone === 'Z' || zone === 'UTC') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return (zone.startsWith('-') ? -1 : 1) * minutes * 60_000
}

function parseDay(value: string): Day | null {
  const found = new RegExp(`^\\s*${dayPattern.source}\\s*$`).exec(value)?.groups
  return found ? dayOf(found) : null
}

function parseClock(value: string): Clock | null {
  const found = new RegExp(`^\\s*${clockPattern.source}\\s*$`).exec(value)?.groups
  return found ? clockOf(found) : null
}

function fromName(name: string): number | Day | null {
  const found = namePattern.exec(name)?.groups
  const day = found ? dayOf(found) : null
  const clock = found ? clockOf(found) : null
  return day === null || clock === null ? day : localTime(day, clock)
}

type Groups = Readonly<Record<string, string | undefined>>

function dayOf(groups: Groups): Day | null {
  const [year, month, day] = [groups['year'], groups['month'], groups['day']].map(Number)
  if (year === undefined || month === undefined || day === undefined) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= firstYear && year < 2200 ? { year, month, day } : null
}

function clockOf(groups: Groups): Clock | null {
  if (groups['hour'] === undefined || groups['minute'] === undefined) return null
  const hour = Number(groups['hour'])
  const minute = Number(groups['minute'])
  const second = Number(groups['second'] ?? 0)
  return hour < 24 && minute < 60 && second < 60 ? { hour, minute, second } : null
}

function localTime({ year, month, day }: Day, { hour, minute, second }: Clock): number {
  return new Date(year, month - 1, day, hour, minute, second).getTime()
}
