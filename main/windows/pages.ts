import { join } from 'node:path'
import { nativeTheme, session } from 'electron'
import type { Settings } from '../../common/model'
import {
  closeNetwork,
  disableSpellCheck,
  type Events,
  offlinePartition,
  setupAppScheme,
  setupPermissions,
} from '../boundary'

interface Setup {
  readonly events: Events
  readonly settings: { get(): Settings }
  /** The folder with the build. */
  readonly dist: string
  /** The script with the texts of the pages. */
  readonly textScript: string
}

/**
 * The theme, and the session of all pages but the recorder. Call it before any page is opened: Chromium
 * would pass an unknown scheme to the system.
 */
export function setupPages({ events, settings, dist, textScript }: Setup): void {
  nativeTheme.themeSource = settings.get().theme
  events.on('settings:changed', ({ theme }) => {
    nativeTheme.themeSource = theme
  })
  const offline = session.fromPartition(offlinePartition)
  closeNetwork(offline)
  setupPermissions(offline, () => false)
  setupAppScheme(offline, { root: join(dist, 'renderer'), textScript, onThisComputer: () => [] })
  disableSpellCheck(offline)
}
