import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../common/errors'
import type { Appointment } from '../../common/model'
import type { Range } from './read'

/** A larger calendar is not read, in bytes. */
export const longestCalendar = 20 * 1024 * 1024
/** A calendar that takes longer is given up, in ms. */
const longestReadMs = 60_000
/** The most memory that a thread may take, in MB. */
const mostMemory = 512

export interface CalendarJob {
  readonly source: { readonly path: string } | { readonly text: string }
  readonly range: Range
}

/**
 * Reads a calendar in a thread, so that a large or hostile one does not block main. Errors:
 * `calendar-not-read`, `calendar-too-large`, `calendar-none`.
 */
export type ReadCalendar = (job: CalendarJob) => Promise<Result<Appointment[]>>

/** `entry` is the built thread.ts. */
export function createCalendarReader(entry: string): ReadCalendar {
  return async (job) => {
    const thread = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: mostMemory } })
    thread.unref()
    let limit: NodeJS.Timeout | null = null
    try {
      return await new Promise<Result<Appointment[]>>((resolve) => {
        limit = setTimeout(() => resolve(fail('calendar-not-read', 'timed out')), longestReadMs)
        thread.once('message', resolve)
        thread.once('error', (cause) => resolve(fail('calendar-not-read', cause.message)))
        thread.once('exit', (code) =>
          resolve(fail('calendar-not-read', `Ended with code ${code}.`)),
        )
        thread.postMessage(job)
      })
    } finally {
      if (limit !== null) clearTimeout(limit)
      void thread.terminate()
    }
  }
}
