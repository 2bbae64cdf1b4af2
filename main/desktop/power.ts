import { createLog } from '../log'

const log = createLog('power')

/** As far as it concerns a recording, Electron's powerMonitor. */
export interface PowerSource {
  on(event: 'suspend' | 'resume', listener: () => void): unknown
}

export interface Sleeper {
  /** The computer is about to sleep: there may be a second left, or none. */
  suspended(): void
  resumed(): void
}

/**
 * Tells a recording when the computer goes to sleep and when it is back, and `onBack` after that.
 * Some systems say either twice, or one without the other; each change is told once.
 */
export function setupPower(source: PowerSource, sleeper: Sleeper, onBack: () => void): void {
  let asleep = false
  source.on('suspend', () => {
    if (asleep) return
    asleep = true
    log.info('suspend')
    sleeper.suspended()
  })
  source.on('resume', () => {
    // A resume that nobody announced was a sleep all the same: no connection outlives it.
    if (!asleep) sleeper.suspended()
    asleep = false
    log.info('resume')
    sleeper.resumed()
    onBack()
  })
}
