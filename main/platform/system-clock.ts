import { monotonicNow } from '../../common/clock'

/**
 * Milliseconds of the system's monotonic clock, which has the same zero in every process. Chromium
 * stamps captured sound with it on Linux and Windows.
 */
export function systemNow(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

/** Zero of the system's monotonic clock, in ms of main's. */
export function systemZeroAt(): number {
  return monotonicNow() - systemNow()
}
