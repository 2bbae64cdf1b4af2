import { app } from 'electron'
import { autoUpdater, BaseUpdater, type AppUpdater } from 'electron-updater'
import type { Log } from '../log'
import { adaptUpdater } from './adapt'
import type { Updater } from './updates'

/**
 * The updater of this kind of package. It reads from the package where the releases are, or asks
 * `feed` in tests.
 */
export function loadUpdater(log: Log, feed: string | null): Updater {
  if (feed !== null) {
    autoUpdater.forceDevUpdateConfig = !app.isPackaged
    autoUpdater.setFeedURL({ provider: 'generic', url: feed })
  }
  return adaptUpdater(autoUpdater, log, quitThenInstall)
}

/** The new version starts when this one is gone: both would want the same library. */
function quitThenInstall(updater: AppUpdater): void {
  if (!(updater instanceof BaseUpdater)) return updater.quitAndInstall()
  app.once('quit', () => {
    app.releaseSingleInstanceLock()
    updater.install(true, true)
  })
  app.quit()
}
