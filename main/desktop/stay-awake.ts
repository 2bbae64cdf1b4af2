import type { Events } from '../boundary'

/** A computer need not stay awake in a longer pause, in ms. */
const longestPauseMs = 10 * 60_000

/** The part of Electron's powerSaveBlocker that is used here. */
export interface SleepBlocker {
  start(type: 'prevent-app-suspension'): number
  stop(id: number): unknown
}

/** Keeps the computer awake while a meeting is recorded, except in a pause of over ten minutes. */
export function setupStayAwake(blocker: SleepBlocker, { on }: Pick<Events, 'on'>): void {
  let blocking: number | null = null
  let pauseTimer: NodeJS.Timeout | null = null

  function release(): void {
    if (blocking !== null) blocker.stop(blocking)
    blocking = null
  }

  on('recording:status', ({ state }) => {
    if (state === 'paused') {
      pauseTimer ??= setTimeout(release, longestPauseMs)
      return
    }
    if (pauseTimer !== null) clearTimeout(pauseTimer)
    pauseTimer = null
    if (state === 'idle') release()
    else blocking ??= blocker.start('prevent-app-suspension')
  })
}
