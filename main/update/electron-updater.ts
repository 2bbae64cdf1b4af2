import { app } from 'electron'
import { AppImageUpdater, autoUpdater, BaseUpdater, type AppUpdater } from 'electron-updater'
import type { Log } from '../log'
import { adaptUpdater } from './adapt'
import type { Updater } from './updates'

/**
 * The updater of this kind of package. It reads from the package where the releases are, or asks
 * `feed` in tests. Null where this copy cannot replace itself: one that is not packaged, or, on
 * Linux, one that is neither an AppImage nor installed from a package.
 */
export function createUpdater(log: Log, feed: string | null): Updater | null {
  if (feed === null && !app.isPackaged) return null
  // The packages for deb and rpm bring updaters of their own kinds.
  const isAppImage = autoUpdater instanceof AppImageUpdater
  if (isAppImage && process.env['APPIMAGE'] === undefined) return null
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
