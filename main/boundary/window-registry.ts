import { BrowserWindow, nativeTheme } from 'electron'
import type { Role } from '../../common/ipc/channels'
import { whenDrawn } from './when-drawn'
import { windowOptions, type PageFiles } from './window-options'

/** The address of a role's page; the host is the role. */
function pageUrl(role: Role): string {
  return `app://${role}/index.html`
}

/** Creates a window of this role and starts to load its page. */
export function createWindow(role: Role, files: PageFiles): BrowserWindow {
  const window = new BrowserWindow(windowOptions(role, files, nativeTheme.shouldUseDarkColors))
  if (role === 'window') whenDrawn(window, () => window.show())
  void window.loadURL(pageUrl(role))
  return window
}
