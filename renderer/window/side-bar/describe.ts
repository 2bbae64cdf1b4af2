import { messages } from '../../../common/text/window'
import type {
  EngineState,
  KeyList,
  Meeting,
  RecordingStatus,
  Settings,
} from '../../../common/model'
import { duration, shortDate, shortWeekday, timeOfDay } from '../format'
import { startThere } from '../time-zone'
import type { MeetingGroup } from './group-meetings'

const when = { time: timeOfDay, weekday: shortWeekday, date: shortDate }

/** The second line of a row: `10:02 · 14 min · 3 speakers`. */
export function describeMeeting(meeting: Meeting, style: MeetingGroup['when']): string {
  const { row } = messages.shell
  const start = when[style](startThere(meeting))
  if (meeting.state === 'recording') return `${start} · ${row.recording}`
  if (meeting.state === 'finishing') return `${start} · ${row.finishing}`
  const length = duration(meeting.durationMs)
  const parts = [start, meeting.state === 'interrupted' ? row.interrupted(length) : length]
  if (meeting.speakers.length > 0) parts.push(row.speakers(meeting.speakers.length))
  return parts.join(' · ')
}

/**
 * The same for the meeting that is being recorded, with its sources: `10:02 · recording · Mic +
 * System`.
 */
export function describeRecording(
  meeting: Meeting,
  style: MeetingGroup['when'],
  { state, meetingId, sources }: Pick<RecordingStatus, 'state' | 'meetingId' | 'sources'>,
): string {
  const line = describeMeeting(meeting, style)
  if (meeting.state !== 'recording' || meetingId !== meeting.id) return line
  const start = when[style](startThere(meeting))
  if (state === 'paused') return `${start} · ${messages.shell.row.paused}`
  const heard = sources
    .filter((source) => source.state === 'on')
    .map(({ source }) => messages.meeting.live.source[source].name)
  return heard.length === 0 ? line : `${line} · ${heard.join(' + ')}`
}

function describeOnDevice(engine: EngineState | null): string {
  const { foot } = messages.shell
  if (engine === null || engine.state === 'loading') return foot.loading
  if (engine.state === 'failed') return foot.failed
  return engine.available.includes(engine.model) ? foot.ready : foot.modelMissing
}

/** The line at the bottom: which engine would transcribe now, and whether it is ready. */
export function describeEngine(
  settings: Settings | null,
  keys: KeyList | null,
  engine: EngineState | null,
): string {
  const { foot } = messages.shell
  if (settings?.engine !== 'service') return `${foot.onDevice} · ${describeOnDevice(engine)}`
  const key = keys?.keys.find((candidate) => candidate.inUse)
  if (!key) return foot.noKey
  const state =
    key.check === null
      ? foot.notTested
      : key.check.error === null
        ? foot.ready
        : foot.needsAttention
  return [foot.key(key.name), foot.zone[key.zone], state]
    .filter((part) => part !== null)
    .join(' · ')
}
