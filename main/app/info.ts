import { join } from 'node:path'
import { app } from 'electron'
import { fail, ok } from '../../common/errors'
import type { CallHandlers, RecordingState } from '../boundary'
import type { Library } from '../library'
import { readNotices } from './notices'

interface Setup {
  readonly library: Pick<Library, 'readOnly'>
  readonly dist: string
  readonly recordingState: Pick<RecordingState, 'status'>
  readonly relaunch: () => void
}

/** What the window shows about this copy of the app, and its restart. */
export function setupInfo({ library, dist, recordingState, relaunch }: Setup) {
  const { electron, chrome: chromium } = process.versions
  const info = { version: app.getVersion(), electron, chromium, platform: process.platform }
  return {
    handlers: {
      'app:info': () => ok({ ...info, readOnly: library.readOnly }),
      'app:restart': () => {
        if (recordingState.status().state !== 'idle') return fail('update-while-recording')
        relaunch()
        return ok(undefined)
      },
      'app:notices': () => readNotices(join(dist, 'notices', 'notices.json')),
    } satisfies Partial<CallHandlers>,
  }
}
