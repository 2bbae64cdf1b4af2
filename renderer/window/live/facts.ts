import { messages } from '../../../preload/messages'
import type { RecordingStatus, CapturedSource, SourceStatus } from '../../../preload/model'
import type { Fact } from '../../shared/facts'
import type { Hearing } from '../stores/level-store'
import { agoShort, duration } from '../format'

/** The library writes within a second or two; longer is a fact worth amber. */
const unsavedMs = 10_000

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
