import type { Meeting } from '../../../common/model'
import { messages } from '../../../common/text/window'
import { month } from '../format'

export interface MeetingGroup {
  readonly name: string
  /** How the rows of this group show their time. */
  readonly when: 'time' | 'weekday' | 'date'
  readonly meetings: readonly Meeting[]
}

/** Midnight, `days` days from the day of `at`. A day can have 23 or 25 hours. */
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

/** The list under headings, in its order: Today, Yesterday, weeks, then months. */
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
