import { messages } from '../../../../common/text/window'
import type { CapturedSource, SourceStatus } from '../../../../common/model'
import type { Fact } from '../../../shared/status-text'
import type { Hearing } from './levels'
import { agoShort, duration } from '../../format'

/** The library normally writes within two seconds; after this time the label turns amber. */
const unsavedMs = 10_000

/** The state of a source in a word or two. Silence of the system audio is not a problem. */
export function sourceStatus(
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

/** How long ago the library last saved, from its age in ms; null before the first save. */
export function savedStatus(ageMs: number | null): Fact | null {
  const text = messages.meeting.live
  if (ageMs === null) return null
  return ageMs >= unsavedMs
    ? { text: text.notSaved(duration(ageMs)), tone: 'warn' }
    : { text: text.saved(agoShort(ageMs)), tone: 'plain' }
}
