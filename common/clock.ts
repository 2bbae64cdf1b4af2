/**
 * The two clocks of Parley. Every interval uses `monotonicNow`. The wall clock says when something
 * happened, such as the start of a meeting. It never measures anything, because people and time
 * servers set it while meetings are recorded.
 */

/** Every runtime except audio worklets has it, but `common` is compiled without the types of any. */
declare const performance: { readonly timeOrigin: number; now(): number }

/** The date and time that the computer shows, in ms since 1970. It can jump by any amount. */
export function wallNow(): number {
  return Date.now()
}

/**
 * Milliseconds of a clock that nobody can set; only differences mean something. Threads of one
 * process share it; two processes are a constant apart. It stops while a computer with Linux
 * sleeps; main/desktop/power.ts says how long that was.
 */
export function monotonicNow(): number {
  return performance.timeOrigin + performance.now()
}
