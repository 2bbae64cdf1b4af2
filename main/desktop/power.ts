import { uptime } from 'node:os'
import { monotonicNow } from '../../common/clock'
import type { Events } from '../boundary'
import { createLog } from '../platform'

const log = createLog('power')

/** The part of Electron's powerMonitor that is used here. */
export interface PowerSource {
  on(event: 'suspend' | 'resume', listener: () => void): unknown
}

export interface PowerOptions {
  readonly source: PowerSource
  readonly events: Pick<Events, 'emit'>
  /** Ms since the computer was started, sleep included. */
  readonly sinceBoot?: () => number
  /** Ms of the clock that the app measures with. It stops during sleep on Linux. */
  readonly monotonic?: () => number
}

/** What systems report of the time since the start is rounded to a second at worst. */
const roundingMs = 2_000

/**
 * Reports `power:suspend` and `power:resume`, always in turn. Some systems send one of them twice,
 * or one without the other.
 */
export function setupPower(options: PowerOptions): void {
  const { source, events, monotonic = monotonicNow } = options
  const { sinceBoot = () => uptime() * 1_000 } = options
  /** How much the monotonic clock has missed; a constant as long as the computer is awake. */
  const missedMs = () => sinceBoot() - monotonic()
  let missedBefore = missedMs()
  let asleep = false

  source.on('suspend', () => {
    if (asleep) return
    asleep = true
    log.info('suspend')
    events.emit('power:suspend', undefined)
  })
  source.on('resume', () => {
    // A resume without a suspend was a sleep too: no connection survives it.
    if (!asleep) events.emit('power:suspend', undefined)
    asleep = false
    const missed = missedMs()
    const sinceLastMs = missed - missedBefore
    missedBefore = missed
    const uncountedMs = sinceLastMs > roundingMs ? Math.round(sinceLastMs) : 0
    log.info('resume', { uncountedMs })
    events.emit('power:resume', { uncountedMs })
  })
}
