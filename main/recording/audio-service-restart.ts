import { backoffMs } from '../../common/backoff'
import type { RecordingStatus } from '../../common/model'

/** How long every source must be away, in ms; a replaced device is back sooner. */
const patienceMs = 4_000
/** The time between two tries, in ms; each is twice as long as the one before. */
const backoff = { firstMs: 8_000, longestMs: 120_000, jitter: 0 }

/** Brings the audio back after the sound server of the system was restarted. */
export interface AudioServiceRestart {
  /** Takes each status that is shown: at each change, and once a second while recording. */
  check(status: RecordingStatus, nowMs: number): void
}

/**
 * Chromium's audio service keeps the sound server that it found at its start: if that one is gone, it
 * never sees a device again, even if a new server runs
 * (https://github.com/electron/electron/issues/35577). `restart` ends the service, which starts again
 * at its next use; it is called only while no audio arrives anyway.
 */
export function createAudioServiceRestart(restart: () => void): AudioServiceRestart {
  let awaySince: number | null = null
  let nextAt = 0
  let restarts = 0
  let failedToStart = false

  /** The next press of Record should find the devices that exist then. */
  function checkStart({ state, notices }: RecordingStatus): void {
    const failed = state === 'idle' && notices.some(({ code }) => code === 'no-microphone')
    if (failed && !failedToStart) restart()
    failedToStart = failed
  }

  return {
    check: (status, nowMs) => {
      checkStart(status)
      if (!isDeaf(status)) {
        awaySince = null
        nextAt = 0
        restarts = 0
        return
      }
      awaySince ??= nowMs
      if (nowMs - awaySince < patienceMs || nowMs < nextAt) return
      restart()
      restarts += 1
      nextAt = nowMs + backoffMs(restarts, backoff)
    },
  }
}

/** Whether a running recording gets no audio at all, although nobody forbade it. */
function isDeaf({ state, sources, notices }: RecordingStatus): boolean {
  const wanted = sources.filter((source) => source.state !== 'off')
  const denied = notices.some(
    ({ code }) => code === 'microphone-denied' || code === 'system-denied',
  )
  const deaf = wanted.length > 0 && wanted.every((source) => source.state === 'away')
  return state === 'recording' && deaf && !denied
}
