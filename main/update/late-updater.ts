import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import type { Log } from '../log'
import type { Updater } from './updates'

/**
 * The updater, loaded when it is first asked: the start of the app does not wait for it. Null where
 * this copy cannot replace itself: one that is not packaged, or, on Linux, one that is neither an
 * AppImage nor installed from a package.
 */
export function createLateUpdater(log: Log, feed: string | null): Updater | null {
  if (feed === null && !app.isPackaged) return null
  if (process.platform === 'linux' && !isAppImage() && !isInstalled()) return null
  let loaded: Promise<Updater> | null = null
  const updater = () =>
    (loaded ??= import('./electron-updater').then(({ loadUpdater }) => loadUpdater(log, feed)))
  return {
    check: async () => (await updater()).check(),
    download: async (signal) => (await updater()).download(signal),
    install: async () => (await updater()).install(),
  }
}

const isAppImage = () => process.env['APPIMAGE'] !== undefined
/** electron-builder writes this file into the packages for deb and rpm. */
const isInstalled = () => existsSync(join(process.resourcesPath, 'package-type'))
