import type { Turn } from '../../../preload/model'
import type { Row } from './rows'

/** The six colours of speakers, as custom properties. */
export const speakerColours = ['--s1', '--s2', '--s3', '--s4', '--s5', '--s6'] as const
export type SpeakerColour = (typeof speakerColours)[number]

/** The colours that those with names have in one meeting. */
export type Palette = ReadonlyMap<string, SpeakerColour>

type Speaker = Pick<Turn, 'speaker' | 'source'>

/** A label's own colour, always the same: A, B, C … take turns through the six; null for a name. */
function ownColour({ speaker, source }: Speaker): SpeakerColour | null {
  if (speaker === null) return source === 'microphone' ? '--s1' : '--s2'
  if (!/^[A-Z]$/.test(speaker)) return null
  return speakerColours[(speaker.charCodeAt(0) - 65) % speakerColours.length] ?? null
}

/** The colour of whoever speaks. */
export function speakerColour(speaker: Speaker, palette: Palette): SpeakerColour {
  return ownColour(speaker) ?? palette.get(speaker.speaker ?? '') ?? '--s1'
}

/**
 * Gives names the colours that nobody else in the meeting has, in the order in which they speak;
 * past six they begin again. Gives `before` where nothing is different.
 */
export function paletteOf(rows: readonly Row[], before: Palette): Palette {
  const taken = new Set<SpeakerColour>()
  const names = new Set<string>()
  for (const row of rows) {
    if (row.kind !== 'turn') continue
    const own = ownColour(row.turn)
    if (own !== null) taken.add(own)
    else if (row.turn.speaker !== null) names.add(row.turn.speaker)
  }
  const free = speakerColours.filter((colour) => !taken.has(colour))
  const order = [...free, ...speakerColours]
  const palette = new Map(
    [...names].map((name, index) => [name, order[index % order.length] ?? '--s1'] as const),
  )
  const same =
    palette.size === before.size &&
    [...palette].every(([name, colour]) => before.get(name) === colour)
  return same ? before : palette
}
