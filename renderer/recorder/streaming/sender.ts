import { createBacklog, type AudioFrame, type Backlog } from './backlog'
import type { StreamingDeps } from './deps'
import { createPacer } from './pacer'
import type { Session } from './session'

/** From a second on, it is reported that live text is behind; a frame or two do not count. */
const behindFrames = 20
const caughtUpFrames = 2
/** If more than this is in the computer's own buffer (a second of sound), frames wait here. */
const fullBufferBytes = 32_000
const fullBufferMs = 100

/** Where the frames go, and what is done to each before. */
export interface SendTarget {
  readonly session: Pick<Session, 'bufferedBytes' | 'send'>
  /** Returns the sound to send for this frame. */
  readonly prepare: (frame: AudioFrame) => ArrayBuffer
}

/** Keeps the sound without final words, and sends it at no more than 1.2 times real time. */
export interface Sender {
  readonly backlog: Omit<Backlog, 'push' | 'next' | 'rewind'>
  /** Returns true if a frame was dropped before it was sent. */
  push(frame: AudioFrame): boolean
  /** Sends all that is kept, and then each frame as it comes. */
  start(target: SendTarget): void
  /** Keeps what comes from now on. */
  pause(): void
  /** Whether more than a second is waiting. */
  readonly isBehind: boolean
  /** Nothing is left to send. */
  readonly isDrained: boolean
}

/** `onChange` runs when isBehind or isDrained may have changed. */
export function createSender(deps: StreamingDeps, onChange: () => void): Sender {
  const backlog = createBacklog()
  const pacer = createPacer()
  let target: SendTarget | null = null
  let cancel: (() => void) | null = null
  let isBehind = false

  function waitMs({ session }: SendTarget): number {
    if (session.bufferedBytes() > fullBufferBytes) return fullBufferMs
    return pacer.waitMs(deps.now())
  }

  function sendWaiting(): void {
    cancel = null
    while (target !== null && backlog.unsent > 0) {
      const wait = waitMs(target)
      if (wait > 0) {
        cancel = deps.after(wait, sendWaiting)
        break
      }
      const frame = backlog.next()
      if (frame === null) break
      pacer.sent(deps.now())
      target.session.send(target.prepare(frame))
    }
    isBehind = isBehind ? backlog.unsent > caughtUpFrames : backlog.unsent >= behindFrames
    onChange()
  }

  return {
    backlog,
    push: (frame) => {
      const isLost = backlog.push(frame)
      if (target !== null && cancel === null) sendWaiting()
      return isLost
    },
    start: (to) => {
      backlog.rewind()
      target = to
      isBehind = backlog.unsent >= behindFrames
      sendWaiting()
    },
    pause: () => {
      target = null
      cancel?.()
      cancel = null
    },
    get isBehind() {
      return isBehind
    },
    get isDrained() {
      return backlog.unsent === 0
    },
  }
}
