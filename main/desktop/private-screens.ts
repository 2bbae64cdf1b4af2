import { app, BrowserWindow } from 'electron'
import { roleOfUrl, type Events } from '../boundary'
import type { Settings } from '../../common/model'

interface Setup {
  readonly events: Pick<Events, 'on'>
  readonly settings: { get(): Pick<Settings, 'privateScreens'> }
}

/**
 * Keeps the window and the captions out of what other programs see of the screen, as far as a person
 * wants that. Systems without such a protection, such as Linux, ignore it.
 */
export function setupPrivateScreens({ events, settings }: Setup): void {
  function apply(
    window: Pick<BrowserWindow, 'isDestroyed' | 'webContents' | 'setContentProtection'>,
  ): void {
    // A page that is closed while it loads reports that it leaves.
    if (window.isDestroyed()) return
    const role = roleOfUrl(window.webContents.getURL())
    const { privateScreens } = settings.get()
    if (role === 'window' || role === 'captions') window.setContentProtection(privateScreens[role])
  }
  const applyToAll = () => BrowserWindow.getAllWindows().forEach(apply)
  app.on('browser-window-created', (_event, made) => {
    // The address is known, and nothing has been drawn yet.
    made.webContents.on('did-start-navigation', () => apply(made))
    made.webContents.on('dom-ready', () => apply(made))
  })
  events.on('settings:changed', applyToAll)
  applyToAll()
}
