import type { Meeting } from '../../../preload/model'
import { messages } from '../../../preload/messages'
import { month } from '../format'

export interface MeetingGroup {
  readonly name: string
  /** How a row of this group says when it was. */
  readonly when: 'time' | 'weekday' | 'date'
  readonly meetings: readonly Meeting[]
}

/** Midnight of a day, `days` from the day of `at`; days of 23 and 25 hours are whole days too. */
function midnight(at: number, days = 0): number {
  const date = new Date(at)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime()
}

/** Weeks begin on Monday. */
function monday(at: number): number {
  return midnight(at, -((new Date(at).getDay() + 6) % 7))
}

function groupOf(startedAt: number, now: number): Pick<MeetingGroup, 'name' | 'when'> {
  const names = messages.shell.group
  const day = midnight(startedAt)
  if (day >= midnight(now)) return { name: names.today, when: 'time' }
  if (day === midnight(now, -1)) return { name: names.yesterday, when: 'time' }
  if (day >= monday(now)) return { name: names.thisWeek, when: 'weekday' }
  if (day >= midnight(monday(now), -7)) return { name: names.lastWeek, when: 'weekday' }
  return { name: month(startedAt, now), when: 'date' }
}

/** The list under its headings, in the order that it has: Today, Yesterday, weeks, then months. */
export function groupMeetings(meetings: readonly Meeting[], now: number): readonly MeetingGroup[] {
  const groups: { name: string; when: MeetingGroup['when']; meetings: Meeting[] }[] = []
  for (const meeting of meetings) {
    const group = groupOf(meeting.startedAt, now)
    const last = groups.at(-1)
    if (last?.name === group.name) last.meetings.push(meeting)
    else groups.push({ ...group, meetings: [meeting] })
  }
  return groups
}
