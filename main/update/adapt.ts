import { CancellationToken, type AppUpdater } from 'electron-updater'
import type { Log } from '../log'
import type { Updater } from './updates'

/** An updater of electron-updater that does nothing by itself. `install` is told how. */
export function adaptUpdater(
  updater: AppUpdater,
  log: Pick<Log, 'info' | 'warn'>,
  install: (updater: AppUpdater) => void,
): Updater {
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  updater.allowDowngrade = false
  // The server needs no number by which it could tell one computer from another.
  updater.requestHeaders = { 'x-user-staging-id': '' }
  const say = (level: 'info' | 'warn') => (message?: unknown) => {
    log[level]('updater', { says: String(message).split('\n', 1)[0] })
  }
  updater.logger = { info: say('info'), warn: say('warn'), error: say('warn') }
  return {
    check: async () => {
      const answer = await updater.checkForUpdates()
      return answer?.isUpdateAvailable === true ? answer.updateInfo.version : null
    },
    download: async (signal) => {
      const token = new CancellationToken()
      signal.addEventListener('abort', () => token.cancel(), { once: true })
      await updater.downloadUpdate(token)
    },
    install: () => install(updater),
  }
}
