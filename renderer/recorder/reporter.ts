import type { RecorderPortMessage } from '../../common/ipc/ports'
import type { RecorderEvent } from '../../common/model'

/** Reports the events of one recording. It alone decides what main receives, and under which id. */
export interface Reporter {
  report(event: RecorderEvent): void
  /**
   * The recording is ending. The state of its connections is not reported any more, because it says
   * nothing about the connections of a recording that has begun since.
   */
  muteConnections(): void
}

/** `port` leads to main. It has the sound too, so that an event arrives after the sound before it. */
export function createReporter(
  recordingId: string,
  port: { send(message: RecorderPortMessage): void },
): Reporter {
  let isMuted = false
  return {
    report: (event) => {
      if (event.type === 'connection' && isMuted) return
      port.send({ event: event.type === 'gap' ? { ...event, recordingId } : event })
    },
    muteConnections: () => {
      isMuted = true
    },
  }
}
