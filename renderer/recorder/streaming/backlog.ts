import { frameSamples } from '../../../common/model/sound'

/** 50 ms of 16 kHz mono s16 and its position on the time line, in samples. */
export interface AudioFrame {
  readonly firstSample: number
  readonly pcm: ArrayBuffer
}

/** 20 s. With more, live text would stay behind for more than a minute and a half. */
const capacity = 400

/**
 * The sound that has no final words yet, in order and without holes: first what was sent to the
 * session, then what was not. If it is full, the oldest frame is dropped.
 */
export interface Backlog {
  /** Returns true if a frame was dropped before it was sent. */
  push(frame: AudioFrame): boolean
  /** Returns the next frame to send, which then counts as sent; null if there is none. */
  next(): AudioFrame | null
  /** The number of frames that are not sent yet. */
  readonly unsent: number
  /** The range of the frames. Start and end are equal if there are none. */
  readonly startSample: number
  readonly endSample: number
  /** The end of the frames that were sent. */
  readonly sentUntil: number
  /** Drops the frames that end at or before this sample. */
  dropUntil(sample: number): void
  /** Drops all but the last frames. */
  keepLast(frames: number): void
  /** Drops all but the last frames, from the quietest of the last `within` frames on. */
  keepFromQuiet(within: number): void
  /** All frames are to be sent again, to another session. */
  rewind(): void
}

export function createBacklog(): Backlog {
  const ring: (AudioFrame | null)[] = Array.from({ length: capacity }, () => null)
  let head = 0
  let count = 0
  let sent = 0
  let endSample = 0

  const at = (index: number): AudioFrame | null => ring[(head + index) % capacity] ?? null

  function dropOldest(): void {
    ring[head] = null
    head = (head + 1) % capacity
    count -= 1
    if (sent > 0) sent -= 1
  }

  return {
    push: (frame) => {
      const isLost = count === capacity && sent === 0
      if (count === capacity) dropOldest()
      ring[(head + count) % capacity] = frame
      count += 1
      endSample = frame.firstSample + frameSamples
      return isLost
    },
    next: () => {
      const frame = sent < count ? at(sent) : null
      if (frame !== null) sent += 1
      return frame
    },
    get unsent() {
      return count - sent
    },
    get startSample() {
      return at(0)?.firstSample ?? endSample
    },
    get endSample() {
      return endSample
    },
    get sentUntil() {
      return at(sent)?.firstSample ?? endSample
    },
    dropUntil: (sample) => {
      for (let oldest = at(0); oldest !== null; oldest = at(0)) {
        // A frame that is not sent yet stays: the service must hear it to end its turn.
        if (oldest.firstSample + frameSamples > sample || sent === 0) return
        dropOldest()
      }
    },
    keepLast: (frames) => {
      while (count > frames) dropOldest()
    },
    keepFromQuiet: (within) => {
      const from = Math.max(0, count - within)
      let quietest = from
      let least = Infinity
      for (let index = from; index < count; index += 1) {
        const energy = energyOf(at(index))
        // Of equally quiet frames the later one: less is said late.
        if (energy <= least) [quietest, least] = [index, energy]
      }
      for (let dropped = 0; dropped < quietest; dropped += 1) dropOldest()
    },
    rewind: () => {
      sent = 0
    },
  }
}

function energyOf(frame: AudioFrame | null): number {
  if (frame === null) return 0
  return new Int16Array(frame.pcm).reduce((sum, value) => sum + value * value, 0)
}
