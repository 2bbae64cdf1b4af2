import type { Events } from '../boundary'
import type { Library } from '../library'
import { createEchoJudge } from './judge'
import { createEchoMarker } from './marker'

interface Setup {
  readonly events: Events
  readonly library: Library
  /** The built thread.ts. */
  readonly echoThread: string
}

/** Marks echo while a meeting is recorded, and once more at its end. */
export function setupEcho({ events, library, echoThread }: Setup): void {
  // A mark changes its turn, which must not be checked again.
  let isMarking = false
  const marker = createEchoMarker(library, createEchoJudge(echoThread), (marked) => {
    isMarking = true
    try {
      events.emit('transcript:turn', marked)
    } finally {
      isMarking = false
    }
  })
  events.on('transcript:turn', (stored) => {
    if (!isMarking) marker.handleTurn(stored)
  })
  events.on('meetings:changed', marker.handleMeeting)
}
