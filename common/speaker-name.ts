import { exportMessages } from './text'
import type { Turn } from './model'

/** The service's labels for a speaker that it could not identify. */
const noSpeaker: ReadonlySet<string> = new Set(['', 'PENDING', 'UNKNOWN'])

/** The label of a speaker, or null if the service could not identify one. */
export function speakerLabel(speaker: string | null): string | null {
  return speaker === null || noSpeaker.has(speaker.trim()) ? null : speaker.trim()
}

/**
 * The displayed name of a speaker: `Speaker A` for a label, a name as it is, otherwise by the
 * source.
 */
export function speakerName({ speaker, source }: Pick<Turn, 'speaker' | 'source'>): string {
  const label = speakerLabel(speaker)
  if (label === null) return exportMessages.sources[source]
  return isUnnamed(label) ? exportMessages.speaker(label) : label
}

/** Whether this is the label of a speaker without a name: `A`, or `27`. */
export function isUnnamed(speaker: string): boolean {
  return /^(?:[A-Z]|\d{1,3})$/.test(speaker)
}
