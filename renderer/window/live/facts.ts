import type { ErrorCode } from '../../../preload/errors'
import { messages } from '../../../preload/messages'
import type { RecordingStatus, CapturedSource, SourceStatus } from '../../../preload/model'
import type { Hearing } from '../stores/level-store'
import { agoShort, delay, duration } from '../format'

export interface Fact {
  readonly text: string
  readonly tone: 'plain' | 'warn'
}

/** From here the words lag so far behind that a person should know. */
const behindMs = 4000
/** The library writes within a second or two; longer is a fact worth amber. */
const unsavedMs = 10_000

/** The connection in words, with the live delay; null where there is nothing to say yet. */
export function connectionFact(status: RecordingStatus): Fact | null {
  const text = messages.meeting.live
  if (status.state === 'finishing') return { text: text.finishing, tone: 'plain' }
  if (status.state === 'paused') return null
  switch (status.connection) {
    case null:
      return null
    case 'connecting':
      return { text: text.connecting, tone: 'warn' }
    case 'catching-up':
      return { text: text.catchingUp, tone: 'warn' }
    case 'offline':
      return { text: text.offline, tone: 'warn' }
    case 'live':
      if (status.delayMs === null) return { text: text.live, tone: 'plain' }
      return status.delayMs >= behindMs
        ? { text: text.behind(delay(status.delayMs)), tone: 'warn' }
        : { text: text.delay(delay(status.delayMs)), tone: 'plain' }
  }
}

/** A source in a word. That nobody plays anything is no fault of the computer. */
export function sourceFact(
  source: CapturedSource,
  state: SourceStatus['state'],
  heard: Hearing,
): Fact {
  const text = messages.meeting.live.source[source]
  if (state === 'away') return { text: text.away, tone: 'warn' }
  if (state !== 'on') return { text: text.opening, tone: 'plain' }
  const words = { sound: text.name, silent: text.silent, loud: text.loud }
  const isFine = heard === 'sound' || words[heard] === text.name
  return { text: words[heard], tone: isFine ? 'plain' : 'warn' }
}

/** When the library last wrote, or null before it had anything to write. */
export function savedFact(status: RecordingStatus, now: number): Fact | null {
  const text = messages.meeting.live
  if (status.savedAt === null) return null
  const age = Math.max(0, now - status.savedAt)
  return age >= unsavedMs
    ? { text: text.notSaved(duration(age)), tone: 'warn' }
    : { text: text.saved(agoShort(age)), tone: 'plain' }
}

const noticeChips: Partial<Record<ErrorCode, string>> = messages.meeting.live.notices

/** A word for each notice that no other fact of the line shows. */
export function noticeFacts(status: RecordingStatus): readonly Fact[] {
  return status.notices.flatMap(({ code }) => {
    const text = noticeChips[code]
    return text === undefined ? [] : [{ text, tone: 'warn' as const }]
  })
}
