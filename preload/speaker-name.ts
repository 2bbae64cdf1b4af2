import { exportMessages } from './export-messages'
import type { Turn } from './model'

/** The service's words for a speaker that it does not tell apart. */
const noSpeaker: ReadonlySet<string> = new Set(['', 'PENDING', 'UNKNOWN'])

/** The label of a speaker, or null where none was told apart. */
export function speakerLabel(speaker: string | null): string | null {
  return speaker === null || noSpeaker.has(speaker.trim()) ? null : speaker.trim()
}

/** Who spoke, for reading: `Speaker A` for a label, a name as it is, else by the source. */
export function speakerName({ speaker, source }: Pick<Turn, 'speaker' | 'source'>): string {
  const label = speakerLabel(speaker)
  if (label === null) return exportMessages.sources[source]
  return /^(?:[A-Z]|\d{1,3})$/.test(label) ? exportMessages.speaker(label) : label
}
