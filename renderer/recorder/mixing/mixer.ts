import type { Source } from '../../../preload/model'
import { frameSamples, sampleRate } from '../../../preload/model/sound'
import type { AudioFrame } from '../streaming/backlog'

/** A source that is this far behind the others is away: the mix goes on without it. 500 ms. */
const longestWait = sampleRate / 2

/** How loud each source was in one frame of the mix: the mean of its squared samples. */
export type Loudness = ReadonlyMap<Source, number>

/** Adds the sources up, each sample at its place on the time line. */
export interface Mixer {
  join(source: Source): void
  /** Frames of one source follow each other, possibly with holes. */
  push(source: Source, frame: AudioFrame): void
  /** Nobody waits for this source any more. */
  leave(source: Source): void
  /** Hands on what waits for other sources. */
  flush(): void
}

interface Slot {
  readonly sum: Float32Array
  readonly squares: Map<Source, number>
}

/** Frames of the mix come in order and without holes. */
export function createMixer(emit: (frame: AudioFrame, loudness: Loudness) => void): Mixer {
  /** Up to which sample each source has been heard. */
  const heads = new Map<Source, number>()
  const slots = new Map<number, Slot>()
  /** Where the mix began, and which of its frames is the next. */
  let origin: number | null = null
  let next = 0

  const newest = () => Math.max(0, ...heads.values())

  /** Up to here no source that keeps up will say anything more. */
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
      // What comes too late is left out: its place has been handed on.
      if (frame >= next) addPart(source, slotAt(frame), samples.subarray(index, until), offset)
      index = until
    }
  }

  function addPart(source: Source, slot: Slot, part: Int16Array, offset: number): void {
    let squares = slot.squares.get(source) ?? 0
    part.forEach((value, index) => {
      slot.sum[offset + index] = (slot.sum[offset + index] ?? 0) + value
      squares += (value * value) / frameSamples
    })
    slot.squares.set(source, squares)
  }

  function handOn(until: number): void {
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
      handOn(settledUntil())
    },
    leave: (source) => {
      heads.delete(source)
      handOn(settledUntil())
    },
    flush: () => {
      const last = Math.max(-1, ...slots.keys())
      if (origin !== null) handOn(origin + (last + 1) * frameSamples)
    },
  }
}

function clipped(sum: Float32Array): ArrayBuffer {
  return Int16Array.from(sum, (value) => Math.max(-32_768, Math.min(32_767, value))).buffer
}
