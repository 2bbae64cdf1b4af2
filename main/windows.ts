import { BrowserWindow, nativeTheme } from 'electron'
import type { Role } from '../preload/contract'
import { windowOptions, type PageFiles } from './window-options'

/** Where a role's page is; the host is the role. */
export function pageUrl(role: Role): string {
  return `app://${role}/index.html`
}

/** Makes a window of this role and begins to load its page. */
export function createWindow(role: Role, files: PageFiles): BrowserWindow {
  const window = new BrowserWindow(windowOptions(role, files, nativeTheme.shouldUseDarkColors))
  if (role === 'window') window.once('ready-to-show', () => window.show())
  void window.loadURL(pageUrl(role))
  return window
}
