import type { Turn } from '../../../preload/model'

/** The six colours of speakers, as custom properties. */
export const speakerColours = ['--s1', '--s2', '--s3', '--s4', '--s5', '--s6'] as const
export type SpeakerColour = (typeof speakerColours)[number]

/** A label's own colour, always the same: A, B, C … take turns through the six. */
export function speakerColour(turn: Pick<Turn, 'speaker' | 'source'>): SpeakerColour {
  const { speaker, source } = turn
  if (speaker === null) return source === 'microphone' ? '--s1' : '--s2'
  const letter = /^[A-Z]$/.test(speaker) ? speaker.charCodeAt(0) - 65 : null
  const spread = letter ?? Array.from(speaker, (c) => c.charCodeAt(0)).reduce((a, b) => a + b, 0)
  return speakerColours[spread % speakerColours.length] ?? '--s1'
}
