import type { RecordingStatus } from '../../preload/model'

/** How long every source must be away, in ms: one that another device replaces is back sooner. */
const patienceMs = 4_000
/** Between two tries, in ms: each is twice as long as the one before. */
const firstPauseMs = 8_000
const longestPauseMs = 120_000

/** Brings sound back where the sound server of the system was started anew. */
export interface SoundRescue {
  /** Takes each status as it is told: at each change, and once a second while recording. */
  look(status: RecordingStatus, nowMs: number): void
}

/**
 * Chromium's audio service stays with the server that it found at its start: where that one is gone,
 * it never sees a device again, though a new server has them all. `renew` ends the service, which is
 * made again at its next use; it is called only where nothing is heard anyway.
 */
export function createSoundRescue(renew: () => void): SoundRescue {
  let awaySince: number | null = null
  let nextAt = 0
  let pauseMs = firstPauseMs
  let failedToStart = false

  /** The next press of Record is to find what there is then. */
  function afterStart({ state, notices }: RecordingStatus): void {
    const failed = state === 'idle' && notices.some(({ code }) => code === 'no-microphone')
    if (failed && !failedToStart) renew()
    failedToStart = failed
  }

  return {
    look: (status, nowMs) => {
      afterStart(status)
      if (!isDeaf(status)) {
        awaySince = null
        nextAt = 0
        pauseMs = firstPauseMs
        return
      }
      awaySince ??= nowMs
      if (nowMs - awaySince < patienceMs || nowMs < nextAt) return
      renew()
      nextAt = nowMs + pauseMs
      pauseMs = Math.min(longestPauseMs, 2 * pauseMs)
    },
  }
}

/** Whether a recording that is on hears nothing at all, and nobody forbade it. */
function isDeaf({ state, sources, notices }: RecordingStatus): boolean {
  const wanted = sources.filter((source) => source.state !== 'off')
  const denied = notices.some(
    ({ code }) => code === 'microphone-denied' || code === 'system-denied',
  )
  const deaf = wanted.length > 0 && wanted.every((source) => source.state === 'away')
  return state === 'recording' && deaf && !denied
}
