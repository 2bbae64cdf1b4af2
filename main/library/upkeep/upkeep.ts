import { join, dirname } from 'node:path'
import { fail, ok, type Result } from '../../../common/errors'
import type { LibraryCopy } from '../../../common/model'
import { createLog } from '../../platform'
import { copyPath } from '../migrate'
import type { Library } from '../library'
import { prepareRestore } from '../recovery/open-or-recover'
import type { LibraryThread } from '../thread/library-thread'
import { changedAt, dayMs, deleteCopies, isCopyDue, listCopies, thinnedOut } from './copies'

const log = createLog('upkeep')

/** Checks the library and copies it, in a thread and only while nothing is recorded. */
export interface Upkeep {
  start(): void
  stop(): void
  /** Does what is due: a full check each week, a copy each day. */
  run(): Promise<void>
  copies(): LibraryCopy[]
  /** Prepares a copy, which the next start puts in the place of the library. `copy-not-found`. */
  restore(name: string): Result<undefined>
}

export interface UpkeepOptions {
  readonly library: Pick<Library, 'file' | 'readOnly' | 'repair' | 'upkeepTimes'>
  /** Starts a thread for one task. */
  readonly openThread: () => Pick<LibraryThread, 'check' | 'copy' | 'close'>
  readonly isRecording: () => boolean
  /** In ms since 1970. */
  readonly now: () => number
}

const firstMs = 10_000
const everyMs = 60 * 60_000

export function createUpkeep(options: UpkeepOptions): Upkeep {
  const { library, openThread, isRecording, now } = options
  const { file } = library
  let timer: NodeJS.Timeout | null = null
  let isFirst = true
  let isRunning = false

  async function check(kind: 'quick' | 'full'): Promise<void> {
    const thread = openThread()
    const found = await thread.check(kind)
    thread.close()
    if (!found.ok) return
    if (found.value.length > 0) log.error('check found damage', { lines: found.value.slice(0, 5) })
    await library.repair(found.value)
  }

  async function copy(): Promise<void> {
    const thread = openThread()
    const copied = await thread.copy(copyPath(file, 'daily', now()))
    thread.close()
    if (!copied.ok) return
    deleteCopies(file, thinnedOut(listCopies(file)))
    log.info('library copied', { copies: listCopies(file).length })
  }

  async function run(): Promise<void> {
    if (isRunning || isRecording() || library.readOnly !== null) return
    isRunning = true
    try {
      const fullAt = library.upkeepTimes.get('full-check')
      const isFullDue = fullAt === null || Math.abs(now() - fullAt) >= 7 * dayMs
      if (isFirst || isFullDue) await check(isFullDue && !isFirst ? 'full' : 'quick')
      if (isFullDue && !isFirst) library.upkeepTimes.set('full-check', now())
      isFirst = false
      if (isCopyDue(listCopies(file), changedAt(file), now())) await copy()
    } catch (cause) {
      log.error('upkeep failed', { cause })
    } finally {
      isRunning = false
    }
  }

  return {
    start: () => {
      timer = setTimeout(() => {
        void run()
        timer = setInterval(() => void run(), everyMs).unref()
      }, firstMs).unref()
    },
    stop: () => {
      if (timer) clearTimeout(timer)
    },
    run,
    copies: () => listCopies(file),
    restore: (name) => {
      // SECURITY: only the name of a known copy, never a path from a page.
      const known = listCopies(file).find((each) => each.name === name)
      if (known === undefined) return fail('copy-not-found')
      if (isRecording()) return fail('meeting-recording')
      try {
        prepareRestore(file, join(dirname(file), 'copies', known.name))
        return ok(undefined)
      } catch (cause) {
        return fail('copy-not-found', String(cause))
      }
    },
  }
}
