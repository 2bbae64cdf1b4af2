import {
  ownColour,
  speakerColours,
  type Palette,
  type SpeakerColour,
} from '../../../shared/speaker-colours'
import type { Row } from './rows'

export { speakerColour, type Palette, type SpeakerColour } from '../../../shared/speaker-colours'

/**
 * Gives each name a colour that nobody else in the meeting has, in the order in which they speak.
 * After six names the colours repeat. Returns `before` if nothing changes.
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
