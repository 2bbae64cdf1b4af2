import type { AudioWriterOptions } from '../../../main/recording/audio-writer'
import type { Result } from '../../../common/errors'

/** A disk that is never full. `reported` collects how the writes went. */
export function diskWithRoom(reported: Result<unknown>[] = []): AudioWriterOptions['disk'] {
  return {
    check: () => Promise.resolve(null),
    hasRoomForSound: () => Promise.resolve(true),
    report: (_place, stored) => {
      reported.push(stored)
      return false
    },
    keepReserve: () => undefined,
  }
}
