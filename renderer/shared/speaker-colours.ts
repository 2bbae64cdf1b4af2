import type { Turn } from '../../common/model'

/** The six colours of speakers, as custom properties. */
export const speakerColours = ['--s1', '--s2', '--s3', '--s4', '--s5', '--s6'] as const
export type SpeakerColour = (typeof speakerColours)[number]

/** The colours of named speakers in one meeting. */
export type Palette = ReadonlyMap<string, SpeakerColour>

type Speaker = Pick<Turn, 'speaker' | 'source'>

/** The fixed colour of a label: A, B, C … use the six in turn; null for a name. */
export function ownColour({ speaker, source }: Speaker): SpeakerColour | null {
  if (speaker === null) return source === 'microphone' ? '--s1' : '--s2'
  if (!/^[A-Z]$/.test(speaker)) return null
  return speakerColours[(speaker.charCodeAt(0) - 65) % speakerColours.length] ?? null
}

/** The colour of the speaker of a turn. */
export function speakerColour(speaker: Speaker, palette: Palette): SpeakerColour {
  return ownColour(speaker) ?? palette.get(speaker.speaker ?? '') ?? '--s1'
}
