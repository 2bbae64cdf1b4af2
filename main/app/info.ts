import { join } from 'node:path'
import { app } from 'electron'
import { ok } from '../../common/errors'
import type { CallHandlers } from '../boundary'
import type { Library } from '../library'
import { readNotices } from './notices'

/** What the window shows about this copy of the app. */
export function setupInfo({ library, dist }: { library: Pick<Library, 'readOnly'>; dist: string }) {
  const { electron, chrome: chromium } = process.versions
  const info = { version: app.getVersion(), electron, chromium, platform: process.platform }
  return {
    handlers: {
      'app:info': () => ok({ ...info, readOnly: library.readOnly }),
      'app:notices': () => readNotices(join(dist, 'notices', 'notices.json')),
    } satisfies Partial<CallHandlers>,
  }
}
