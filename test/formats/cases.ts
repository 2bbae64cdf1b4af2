import { createDraw } from '../fuzz/random'
import { kinds } from './kinds'
import { wounds, type Wound } from './wounds'

/** A file to be made: a codec in a container, and what happened to it afterwards. */
export interface FormatCase {
  readonly name: string
  readonly encoder: string
  /** The end of the file's name. */
  readonly ending: string
  readonly args: readonly string[]
  readonly rate: number
  readonly channels: number
  /** Where the voice is: ffmpeg's filter from the mono speech to all channels. */
  readonly filter: string
  readonly wound: Wound | null
  /** The number of the first word. */
  readonly firstNumber: number
}

const layouts = new Map([
  [1, ['pan=mono|c0=c0']],
  [2, ['pan=stereo|c0=c0|c1=c0', 'pan=stereo|c0=c0|c1=0*c0', 'pan=stereo|c0=0*c0|c1=c0']],
  [6, ['pan=5.1|FC=c0', 'pan=5.1|FL=c0|FR=c0', 'pan=5.1|BL=c0']],
])

/** The same cases for the same seed. Each kind comes about equally often. */
export function formatCases(count: number, seed: number): FormatCase[] {
  const draw = createDraw(seed)
  return Array.from({ length: count }, (_, index) => {
    const kind = kinds[(index + draw.index(2)) % kinds.length] ?? draw.pick(kinds)
    const [ending, ...container] = [draw.pick(kind.containers)].flat()
    const rate = draw.pick(kind.rates)
    const channels = draw.pick(kind.channels)
    const last = ending?.split('.').at(-1) ?? ''
    const fitting = wounds.filter(({ endings }) => endings === null || endings.includes(last))
    const wound = draw.chance(0.45) ? draw.pick(fitting) : null
    const filter = draw.pick(layouts.get(channels) ?? [])
    const name = [
      `${index}: ${kind.encoder} in ${ending}`,
      `${rate} Hz, ${channels} ch`,
      filter.split('|')[1] ?? '',
      wound?.name ?? 'whole',
    ].join(', ')
    return {
      ...{ name, rate, channels, filter, wound },
      encoder: kind.encoder,
      ending: ending ?? '',
      args: [...(kind.args ?? []), ...container],
      firstNumber: draw.index(1_000),
    }
  })
}
