import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { z } from 'zod'
import { wallNow } from '../../common/clock'
import { createLog, writeWholeFile } from '../platform'

const log = createLog('retention')

const dayMs = 24 * 60 * 60_000

/**
 * The time by which things become old, in ms since 1970. It never goes back. A step of the wall clock
 * of more than a day counts only once a second start of the app finds the same date: a clock that
 * was wrong for a while, in either direction, makes nothing old. After a clock that was behind, this
 * one was right all the time.
 */
export interface RetentionClock {
  now(): number
}

export interface RetentionClockOptions {
  /** The file that keeps what the clocks read last. */
  readonly path: string
  readonly wall?: () => number
  /** Ms since the computer was started, sleep included; nobody can set it. */
  readonly sinceBoot?: () => number
}

const seenSchema = z.object({
  time: z.number().positive(),
  wall: z.number().positive(),
  /** How far a step would take this clock forward, if the next start believes it. */
  leapMs: z.number().min(0),
})
type Seen = z.infer<typeof seenSchema>

export function createRetentionClock(options: RetentionClockOptions): RetentionClock {
  const { path, wall = wallNow, sinceBoot = () => uptime() * 1_000 } = options
  const wallAtStart = wall()
  const bootAtStart = sinceBoot()
  const { time, leapMs } = afterStart(read(path), wallAtStart)

  const now = (): number => {
    const ranMs = sinceBoot() - bootAtStart
    const unset = wallAtStart + ranMs
    const isSet = Math.abs(wall() - unset) > dayMs
    // After a step the next start must find one: it believes the new date no more than this one.
    write(path, { time: time + ranMs, wall: isSet ? unset : wall(), leapMs })
    return time + ranMs
  }
  // The next start compares its clock with this one, whatever happens to this run.
  now()
  return { now }
}

function afterStart(seen: Seen | null, wall: number): Pick<Seen, 'time' | 'leapMs'> {
  if (seen === null) return { time: wall, leapMs: 0 }
  const stepMs = wall - seen.wall
  if (stepMs > dayMs) return { time: seen.time, leapMs: Math.max(0, wall - seen.time) }
  if (stepMs < -dayMs) return { time: seen.time, leapMs: 0 }
  return { time: seen.time + Math.max(0, stepMs) + seen.leapMs, leapMs: 0 }
}

function read(path: string): Seen | null {
  try {
    const seen: unknown = JSON.parse(readFileSync(path, 'utf8'))
    // The first version kept the wall clock alone.
    return typeof seen === 'number' ? { time: seen, wall: seen, leapMs: 0 } : seenSchema.parse(seen)
  } catch {
    return null
  }
}

/** A time that could not be written only makes the next start more careful. */
function write(path: string, { time, wall, leapMs }: Seen): void {
  const seen: Seen = { time: Math.round(time), wall: Math.round(wall), leapMs }
  try {
    writeWholeFile(path, JSON.stringify(seen))
  } catch (cause) {
    log.warn('time not kept', { cause })
  }
}
