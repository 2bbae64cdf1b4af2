import type { Source } from '../../../common/model'
import { frameSamples, sampleRate } from '../../../common/model/sound'
import type { AudioFrame } from '../streaming/backlog'

/** A source that is this far behind the others is away, and the mix continues without it: 500 ms. */
const longestWait = sampleRate / 2

/** The loudness of each source in one frame of the mix: the mean of its squared samples. */
export type Loudness = ReadonlyMap<Source, number>

/** Adds the sources, each sample at its position on the time line. */
export interface Mixer {
  join(source: Source): void
  /** The frames of one source are in order and may have holes between them. */
  push(source: Source, frame: AudioFrame): void
  /** The mix does not wait for this source any more. */
  leave(source: Source): void
  /** Emits what waits for other sources. */
  flush(): void
}

interface Part {
  readonly samples: Int16Array
  /** Where the samples begin in their frame. */
  readonly offset: number
}

interface Slot {
  readonly sum: Float32Array
  readonly squares: Map<Source, number>
}

/** Emits the frames of the mix in order and without holes. */
export function createMixer(emit: (frame: AudioFrame, loudness: Loudness) => void): Mixer {
  /** The end of each source's last frame, in samples. */
  const heads = new Map<Source, number>()
  const slots = new Map<number, Slot>()
  /** Where the mix began, and the number of its next frame. */
  let origin: number | null = null
  let next = 0

  const newest = () => Math.max(0, ...heads.values())

  /** Every source that keeps up has delivered its sound up to here. */
  function settledUntil(): number {
    const latest = newest()
    return Math.min(
      latest,
      ...[...heads.values()].map((head) => Math.max(head, latest - longestWait)),
    )
  }

  function slotAt(index: number): Slot {
    const known = slots.get(index)
    if (known !== undefined) return known
    const slot = { sum: new Float32Array(frameSamples), squares: new Map<Source, number>() }
    slots.set(index, slot)
    return slot
  }

  function add(source: Source, { firstSample, pcm }: AudioFrame, from: number): void {
    const samples = new Int16Array(pcm)
    for (let index = 0; index < samples.length;) {
      const at = firstSample + index - from
      const frame = Math.floor(at / frameSamples)
      const offset = at - frame * frameSamples
      const until = Math.min(samples.length, index + frameSamples - offset)
      // Sound that arrives too late is left out: that frame has been emitted.
      if (frame >= next) {
        addPart(source, slotAt(frame), { samples: samples.subarray(index, until), offset })
      }
      index = until
    }
  }

  function addPart(source: Source, slot: Slot, { samples, offset }: Part): void {
    let squares = slot.squares.get(source) ?? 0
    samples.forEach((value, index) => {
      slot.sum[offset + index] = (slot.sum[offset + index] ?? 0) + value
      squares += (value * value) / frameSamples
    })
    slot.squares.set(source, squares)
  }

  function emitUntil(until: number): void {
    while (origin !== null && origin + (next + 1) * frameSamples <= until) {
      const slot = slotAt(next)
      slots.delete(next)
      const firstSample = origin + next * frameSamples
      next += 1
      emit({ firstSample, pcm: clipped(slot.sum) }, slot.squares)
    }
  }

  return {
    join: (source) => void heads.set(source, 0),
    push: (source, frame) => {
      origin ??= frame.firstSample
      add(source, frame, origin)
      heads.set(source, frame.firstSample + frameSamples)
      emitUntil(settledUntil())
    },
    leave: (source) => {
      heads.delete(source)
      emitUntil(settledUntil())
    },
    flush: () => {
      const last = Math.max(-1, ...slots.keys())
      if (origin !== null) emitUntil(origin + (last + 1) * frameSamples)
    },
  }
}

function clipped(sum: Float32Array): ArrayBuffer {
  return Int16Array.from(sum, (value) => Math.max(-32_768, Math.min(32_767, value))).buffer
}
