import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { product } from '../../common/product'
import type { Log } from '../platform'
import type { Feed } from './electron-updater'
import type { LoginHandler } from './updater-adapter'
import type { Updater } from './updates'

export interface LateUpdaterOptions {
  readonly log: Log
  /** Where tests have their releases, or null. */
  readonly testFeed: Feed | null
  /** A handler for the requests to this address. */
  readonly login: (url: string) => LoginHandler
}

/**
 * The updater, loaded at its first use, so that the start of the app does not wait for it. Null if
 * this copy cannot replace itself: if it is not packaged, if it has no update address, or, on Linux, if
 * it is neither an AppImage nor installed from a package.
 */
export function createLateUpdater({ log, testFeed, login }: LateUpdaterOptions): Updater | null {
  const feed = testFeed ?? ownFeed()
  if (feed === null) return null
  if (process.platform === 'linux' && !isAppImage() && !isInstalled()) return null
  let loaded: Promise<Updater> | null = null
  const updater = () =>
    (loaded ??= import('./electron-updater').then(({ loadUpdater }) =>
      loadUpdater(log, feed, () => login(feed.url)),
    ))
  return {
    check: async () => (await updater()).check(),
    download: async (signal) => (await updater()).download(signal),
    install: async () => (await updater()).install(),
  }
}

/** A package without a signature is made without the file that electron-updater needs. */
function ownFeed(): Feed | null {
  const { updates: url, releaseKey: publicKey } = product
  if (!app.isPackaged || url === '' || publicKey === '') return null
  return existsSync(join(process.resourcesPath, 'app-update.yml')) ? { url, publicKey } : null
}

const isAppImage = () => process.env['APPIMAGE'] !== undefined
/** electron-builder writes this file into the packages for deb and rpm. */
const isInstalled = () => existsSync(join(process.resourcesPath, 'package-type'))
