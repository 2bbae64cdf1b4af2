import { CancellationToken, type AppUpdater } from 'electron-updater'
import type { AuthInfo } from 'electron'
import type { Log } from '../platform'
import type { Updater } from './updates'

/** Handles the `login` events of one check or download. */
export type LoginHandler = (
  info: AuthInfo,
  answer: (user?: string, password?: string) => void,
) => void

export interface AdapterOptions {
  readonly log: Pick<Log, 'info' | 'warn'>
  readonly install: (updater: AppUpdater) => void
  readonly login: () => LoginHandler
  /** Rejects unless these files are those of a release of this version. */
  readonly verify: (files: readonly string[], version: string) => Promise<void>
}

/**
 * Adapts an updater of electron-updater, which does nothing by itself and installs nothing that is not
 * signed.
 */
export function adaptUpdater(
  updater: AppUpdater,
  { log, install, login, verify }: AdapterOptions,
): Updater {
  let found: string | null = null
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  updater.allowDowngrade = false
  // The server must not get an id that could identify this computer.
  updater.requestHeaders = { 'x-user-staging-id': '' }
  const say = (level: 'info' | 'warn') => (message?: unknown) => {
    log[level]('updater', { says: String(message).split('\n', 1)[0] })
  }
  updater.logger = { info: say('info'), warn: say('warn'), error: say('warn') }
  const listenToProxy = () => {
    updater.removeAllListeners('login')
    const handle = login()
    // Electron's own callback, which without a name calls the request off.
    updater.on('login', (info, answer) => handle(info, answer as Parameters<LoginHandler>[1]))
  }
  return {
    check: async () => {
      listenToProxy()
      const answer = await updater.checkForUpdates()
      found = answer?.isUpdateAvailable === true ? answer.updateInfo.version : null
      return found
    },
    download: async (signal) => {
      const token = new CancellationToken()
      signal.addEventListener('abort', () => token.cancel(), { once: true })
      listenToProxy()
      await verify(await updater.downloadUpdate(token), found ?? '')
    },
    install: () => install(updater),
  }
}
