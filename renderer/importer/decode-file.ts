import { decodePart, type DecodedPart, type DecodeEnd, type DecoderMessage } from './decode-part'
import { gainFor } from './gain'
import type { ReadBytes } from './media-decoder'
import { createOutlets } from './outlets'
import { partsOf, type Part } from './parts'

export interface DecodeOptions {
  readonly module: WebAssembly.Module
  readonly size: number
  readonly name: string
  /** Whether faint or too loud sound is brought to level. */
  readonly level: boolean
  readonly read: ReadBytes
  /** Sends a message to main, and returns once main is ready for more. */
  readonly tell: (message: DecoderMessage) => void
}

/** A meeting has at most so many tracks. */
const mostTracks = 8

/** A factor for each track of each part. */
type Gains = readonly (readonly number[])[]

/** Decodes every track of a file, and of all files that are joined in it, one after the other. */
export async function decodeFile(options: DecodeOptions): Promise<DecodeEnd> {
  const parts = partsOf(options.size, options.read)
  const first = await pass(options, parts, null)
  if (first.end.type === 'failed' || !options.level) return first.end
  if (first.gains.flat().every((gain) => gain === 1)) return first.end
  options.tell({ type: 'restart' })
  return (await pass(options, parts, first.gains)).end
}

async function pass(options: DecodeOptions, parts: readonly Part[], gains: Gains | null) {
  const outlets = createOutlets(options.tell)
  const decoded: DecodedPart[] = []
  let tracks: number | null = null
  for (const [index, { from, to }] of parts.entries()) {
    const size = to - from
    outlets.align()
    const part = await decodePart({
      ...options,
      size,
      read: (offset, length) =>
        offset < 0 || offset >= size
          ? new Uint8Array(0)
          : options.read(from + offset, Math.min(length, size - offset)),
      mostTracks: tracks ?? mostTracks,
      gains: gains?.[index] ?? null,
      onFacts: (facts) => {
        if (tracks !== null) return
        tracks = facts.tracks.length
        // The first part says nothing of the length of the others.
        const lengths =
          parts.length > 1 ? facts.tracks.map(() => ({ seconds: null })) : facts.tracks
        if (gains === null) options.tell({ ...facts, tracks: lengths })
      },
      put: outlets.put,
    })
    decoded.push(part)
  }
  outlets.end()
  return {
    end: endOf(decoded.map(({ end }) => end)),
    gains: decoded.map(({ sounds }) => sounds.map((sound) => gainFor(sound.loudness()))),
  }
}

/** The end of a file by those of its parts: a part that is broken is missing. */
function endOf(ends: readonly DecodeEnd[]): DecodeEnd {
  const isDone = ends.some(({ type }) => type === 'done')
  const [first] = ends
  if (!isDone && first) return first
  const isMissing = (end: DecodeEnd) =>
    end.type === 'done' ? end.cut : end.code !== 'import-no-sound'
  return { type: 'done', cut: ends.some(isMissing) }
}
