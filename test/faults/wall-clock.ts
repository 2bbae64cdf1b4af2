import { execFileSync } from 'node:child_process'
import { closeSync, openSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** The wall clock of an app and of all its processes, which a test can set. */
export interface WallClock {
  /** Starts the app under this clock. */
  readonly env: Readonly<Record<string, string>>
  /** Sets the clock, in all processes at once, this far from the true time, in ms. */
  set(offsetMs: number): void
  /** The computer has slept this long, in all: it is longer since its start than any clock measured. */
  sleep(ms: number): void
}

const pageBytes = 4_096

/**
 * Creates a clock in a folder. Linux only: a small library, preloaded into every process, shifts the
 * system's answers. It is built with the system's C compiler.
 */
export function createWallClock(folder: string, offsetMs = 0): WallClock {
  const library = join(folder, 'wall-clock.so')
  const file = join(folder, 'wall-clock')
  const source = join(import.meta.dirname, 'wall-clock.c')
  execFileSync('cc', ['-O2', '-Wall', '-shared', '-fPIC', '-o', library, source, '-ldl'])
  writeFileSync(file, '')
  truncateSync(file, pageBytes)
  const write = (index: 0 | 1, ms: number): void => {
    const bytes = Buffer.alloc(8)
    bytes.writeBigInt64LE(BigInt(ms))
    const target = openSync(file, 'r+')
    writeSync(target, bytes, 0, bytes.length, index * bytes.length)
    closeSync(target)
  }
  const set = (ms: number): void => write(0, ms)
  set(offsetMs)
  return { env: { LD_PRELOAD: library, PARLEY_CLOCK_FILE: file }, set, sleep: (ms) => write(1, ms) }
}
