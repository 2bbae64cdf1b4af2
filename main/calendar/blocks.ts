/** The components of a calendar that matter here, as their own text. */
export interface Blocks {
  readonly isCalendar: boolean
  readonly zones: readonly string[]
  readonly events: readonly string[]
}

/**
 * Cuts a calendar into its components, so that one that is broken costs only itself. An event inside
 * another component is none.
 */
export function blocksOf(text: string): Blocks {
  const zones: string[] = []
  const events: string[] = []
  let isCalendar = false
  let open: { readonly name: string; readonly lines: string[] } | null = null
  for (const line of text.split(/\r\n|\n|\r/)) {
    const marker = mayMark(line) ? /^(BEGIN|END):(\w+)\s*$/i.exec(line) : null
    const kind = marker?.[1]?.toUpperCase()
    const name = marker?.[2]?.toUpperCase()
    if (kind === 'BEGIN' && name === 'VCALENDAR') isCalendar = true
    if (open === null) {
      if (kind === 'BEGIN' && (name === 'VEVENT' || name === 'VTIMEZONE')) {
        open = { name, lines: [line] }
      }
      continue
    }
    open.lines.push(line)
    if (kind === 'END' && name === open.name) {
      const into: string[] = name === 'VEVENT' ? events : zones
      into.push(open.lines.join('\r\n'))
      open = null
    }
  }
  return { isCalendar, zones, events }
}

/** Most lines are none, and a pattern takes long for a million of them. */
function mayMark(line: string): boolean {
  const first = line[0]
  return first === 'B' || first === 'E' || first === 'b' || first === 'e'
}

const dayMs = 86_400_000
/** A date in a file may be up to this far from the same date in UTC. */
const slackMs = 2 * dayMs

function dayOf(block: string, name: string): number | null {
  const date = new RegExp(`^${name}[;:][^\\r\\n]*?(\\d{4})(\\d{2})(\\d{2})(?:T|\\s*$)`, 'im').exec(
    block,
  )
  return date ? Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) : null
}

/**
 * Whether an event can have a part between these times, by its dates alone. It spares the parsing of
 * years of past events. A series, and a change of one of its events, always can.
 */
export function mayTouch(block: string, from: number, to: number): boolean {
  if (/^(RRULE|RDATE|RECURRENCE-ID|DURATION)[;:]/im.test(block)) return true
  const start = dayOf(block, 'DTSTART')
  if (start === null) return true
  const end = dayOf(block, 'DTEND') ?? start
  return start - slackMs <= to && end + dayMs + slackMs >= from
}
