import { killPage, setClock, showsNothing, showsNotice, transcribed } from './actions'
import type { FaultCase } from './driver'

const minute = 60_000
const hour = 60 * minute

/** Only the first session, and no sign of a problem. */
const oneSession: NonNullable<FaultCase['checkService']> = ({ log }) => {
  const count = log.sessions().length
  return count === 1 ? null : `${count} sessions`
}

/** Sets the wall clock of every process of the app while it records. */
function clockSet(name: string, offsetMs: number, rest: Partial<FaultCase> = {}): FaultCase {
  return {
    name,
    seconds: 45,
    words: 40,
    wallClockMs: 0,
    actions: [transcribed(8), setClock(offsetMs), transcribed(30), showsNothing],
    checkService: oneSession,
    ...rest,
  }
}

/** The wall clock of every process is wrong, or set while somebody speaks. */
export const clocks: readonly FaultCase[] = [
  clockSet('clock-back-2s', -2_000),
  clockSet('clock-back-60s', -minute),
  clockSet('clock-back-10min', -10 * minute),
  clockSet('clock-forward-2h', 2 * hour),
  {
    name: 'clock-back-recorder-killed',
    seconds: 50,
    short: true,
    words: 40,
    wallClockMs: 0,
    actions: [
      transcribed(8),
      setClock(-minute),
      killPage('recorder'),
      showsNotice('recorder-restarting', 6_000),
    ],
    gaps: ['recorder-restart'],
    mayGaps: ['engine'],
    audioLostMs: 4_000,
  },
  clockSet('clock-year-wrong-at-start', 0, { wallClockMs: -3 * 365 * 24 * hour }),
]
