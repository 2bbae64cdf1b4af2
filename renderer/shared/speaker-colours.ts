import type { Turn } from '../../preload/model'

/** The six colours of speakers, as custom properties. */
export const speakerColours = ['--s1', '--s2', '--s3', '--s4', '--s5', '--s6'] as const
export type SpeakerColour = (typeof speakerColours)[number]

/** The colours that those with names have in one meeting. */
export type Palette = ReadonlyMap<string, SpeakerColour>

type Speaker = Pick<Turn, 'speaker' | 'source'>

/** A label's own colour, always the same: A, B, C … take turns through the six; null for a name. */
export function ownColour({ speaker, source }: Speaker): SpeakerColour | null {
  if (speaker === null) return source === 'microphone' ? '--s1' : '--s2'
  if (!/^[A-Z]$/.test(speaker)) return null
  return speakerColours[(speaker.charCodeAt(0) - 65) % speakerColours.length] ?? null
}

/** The colour of whoever speaks. */
export function speakerColour(speaker: Speaker, palette: Palette): SpeakerColour {
  return ownColour(speaker) ?? palette.get(speaker.speaker ?? '') ?? '--s1'
}
