import type { Meeting } from '../../common/model'

type Start = Pick<Meeting, 'startedAt'> & { readonly timeZone?: string | undefined }

interface Fields {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** By time zone: making one takes longer than all else in a row of the list. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** Throws for a time zone that this computer does not know. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  })
  formats.set(timeZone, format)
  return format
}

/** What the clocks of a time zone show at a moment; null without a zone, or for an unknown one. */
function fieldsIn(at: number, timeZone: string | undefined): Fields | null {
  if (timeZone === undefined) return null
  try {
    const format = formatIn(timeZone)
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    const field = (name: keyof Fields) => parts.get(name) ?? 0
    return {
      ...{ year: field('year'), month: field('month'), day: field('day') },
      ...{ hour: field('hour'), minute: field('minute'), second: field('second') },
    }
  } catch {
    return null
  }
}

/**
 * When a meeting began by the clocks where it was recorded, as the moment at which the clocks here
 * show the same. So its date is the same after a journey.
 */
export function startThere({ startedAt, timeZone }: Start): number {
  const there = fieldsIn(startedAt, timeZone)
  if (there === null) return startedAt
  const { year, month, day, hour, minute, second } = there
  return new Date(year, month - 1, day, hour, minute, second).getTime()
}

const two = (value: number) => String(value).padStart(2, '0')

/** The start of a meeting for a field of a date and a time: `2024-05-12T10:00`. */
export function startField(meeting: Start): string {
  const date = new Date(startThere(meeting))
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** The moment at which the clocks of a zone show what is in the field, or null if it is no date. */
export function momentOfField(field: string, timeZone: string | undefined): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(field)
  if (!match) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number)
  const wanted = Date.UTC(year, month - 1, day, hour, minute)
  let moment = new Date(year, month - 1, day, hour, minute).getTime()
  // Twice, since the first step may cross a change of the clocks.
  for (let step = 0; step < 2; step += 1) {
    const there = fieldsIn(moment, timeZone)
    if (there === null) break
    const shown = Date.UTC(there.year, there.month - 1, there.day, there.hour, there.minute)
    moment += wanted - shown
  }
  return moment
}
