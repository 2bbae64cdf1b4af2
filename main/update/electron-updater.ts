import { app } from 'electron'
import { autoUpdater, BaseUpdater, type AppUpdater } from 'electron-updater'
import { disableSpellCheck } from '../boundary'
import type { Log } from '../platform'
import { checkRelease } from './release-signature'
import { adaptUpdater, type LoginHandler } from './updater-adapter'
import type { Updater } from './updates'

export interface Feed {
  /** Where the files of the newest release are. */
  readonly url: string
  /** The key that signs their checksums. */
  readonly publicKey: string
}

/** The updater of this kind of package. `login` handles the questions of a proxy. */
export function loadUpdater(log: Log, feed: Feed, login: () => LoginHandler): Updater {
  autoUpdater.forceDevUpdateConfig = !app.isPackaged
  autoUpdater.setFeedURL({ provider: 'generic', url: feed.url })
  disableSpellCheck(autoUpdater.netSession)
  const base = feed.url.endsWith('/') ? feed.url : `${feed.url}/`
  const fetchText = async (name: string) => {
    // The session of the updater has no cache.
    const answer = await autoUpdater.netSession.fetch(new URL(name, base).href)
    if (!answer.ok) throw new Error(`${name}: HTTP ${answer.status}`)
    return answer.text()
  }
  return adaptUpdater(autoUpdater, {
    log,
    install: quitThenInstall,
    login,
    verify: (files, version) =>
      checkRelease({ publicKey: feed.publicKey, fetchText }, files, version),
  })
}

/** The new version starts when this one has ended, because both need the same library. */
function quitThenInstall(updater: AppUpdater): void {
  if (!(updater instanceof BaseUpdater)) return updater.quitAndInstall()
  app.once('quit', () => {
    app.releaseSingleInstanceLock()
    updater.install(true, true)
  })
  app.quit()
}
