import { createBacklog, type AudioFrame, type Backlog } from './backlog'
import type { Environment } from './environment'
import { createPacer } from './pacer'

/** A second behind is told; a frame or two is not. */
const behindFrames = 20
const levelFrames = 2
/** More than this in the computer's own buffer (a second of audio) waits here instead. */
const fullBufferBytes = 32_000
const fullBufferMs = 100

/** Where frames go. */
export interface Outlet {
  bufferedBytes(): number
  send(frame: AudioFrame): void
}

/** Keeps the audio that has no final words yet, and sends it at no more than 1.2 times real time. */
export interface Sender {
  readonly backlog: Omit<Backlog, 'push' | 'next' | 'rewind'>
  /** True where a frame fell out that was still to be sent. */
  push(frame: AudioFrame): boolean
  /** Sends all that is kept, and then each frame as it comes. */
  start(outlet: Outlet): void
  /** Keeps what comes from now on. */
  pause(): void
  /** Whether more than a second is waiting. */
  readonly isBehind: boolean
  /** Nothing is left to be sent. */
  readonly isDrained: boolean
}

/** `changed` is told when isBehind or isDrained may have changed. */
export function createSender(environment: Environment, changed: () => void): Sender {
  const backlog = createBacklog()
  const pacer = createPacer()
  let outlet: Outlet | null = null
  let callOff: (() => void) | null = null
  let isBehind = false

  function waitMs(to: Outlet): number {
    if (to.bufferedBytes() > fullBufferBytes) return fullBufferMs
    return pacer.waitMs(environment.now())
  }

  function pump(): void {
    callOff = null
    while (outlet !== null && backlog.unsent > 0) {
      const wait = waitMs(outlet)
      if (wait > 0) {
        callOff = environment.after(wait, pump)
        break
      }
      const frame = backlog.next()
      if (frame === null) break
      pacer.sent(environment.now())
      outlet.send(frame)
    }
    isBehind = isBehind ? backlog.unsent > levelFrames : backlog.unsent >= behindFrames
    changed()
  }

  return {
    backlog,
    push: (frame) => {
      const isLost = backlog.push(frame)
      if (outlet !== null && callOff === null) pump()
      return isLost
    },
    start: (to) => {
      backlog.rewind()
      outlet = to
      isBehind = backlog.unsent >= behindFrames
      pump()
    },
    pause: () => {
      outlet = null
      callOff?.()
      callOff = null
    },
    get isBehind() {
      return isBehind
    },
    get isDrained() {
      return backlog.unsent === 0
    },
  }
}
