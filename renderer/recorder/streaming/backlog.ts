import { frameSamples } from '../../../preload/model/sound'

/** 50 ms of 16 kHz mono s16 and its place on the time line, in samples. */
export interface AudioFrame {
  readonly firstSample: number
  readonly pcm: ArrayBuffer
}

/** 20 s: what is longer would keep live text behind for more than a minute and a half. */
const capacity = 400

/**
 * The audio that has no final words yet, in order and without holes: first what the session has
 * been sent, then what it has not. The oldest frame falls out when there are too many.
 */
export interface Backlog {
  /** True where a frame fell out that was still to be sent. */
  push(frame: AudioFrame): boolean
  /** The next frame to send, which then counts as sent; null where there is none. */
  next(): AudioFrame | null
  /** Frames that are still to be sent. */
  readonly unsent: number
  /** Where the audio that is held begins and where it ends; equal where there is none. */
  readonly startSample: number
  readonly endSample: number
  /** Where the audio ends that was sent. */
  readonly sentUntil: number
  /** Forgets the frames that end at or before this sample. */
  forgetUntil(sample: number): void
  /** Forgets all but the last frames. */
  keepLast(frames: number): void
  /** All that is held is to be sent, to another session. */
  rewind(): void
}

export function createBacklog(): Backlog {
  const ring: (AudioFrame | null)[] = Array.from({ length: capacity }, () => null)
  let head = 0
  let count = 0
  let sent = 0
  let endSample = 0

  const at = (index: number): AudioFrame | null => ring[(head + index) % capacity] ?? null

  function forgetOldest(): void {
    ring[head] = null
    head = (head + 1) % capacity
    count -= 1
    if (sent > 0) sent -= 1
  }

  return {
    push: (frame) => {
      const isLost = count === capacity && sent === 0
      if (count === capacity) forgetOldest()
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
    forgetUntil: (sample) => {
      for (let oldest = at(0); oldest !== null; oldest = at(0)) {
        // A frame that is still to be sent stays: the service must hear it to end its turn.
        if (oldest.firstSample + frameSamples > sample || sent === 0) return
        forgetOldest()
      }
    },
    keepLast: (frames) => {
      while (count > frames) forgetOldest()
    },
    rewind: () => {
      sent = 0
    },
  }
}
