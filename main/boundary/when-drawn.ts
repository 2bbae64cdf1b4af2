import type { BrowserWindow } from 'electron'

/** How long after its page is loaded a hidden window has drawn it, in ms. */
const drawMs = 300
/** The longest that a window stays hidden, in ms. */
const longestMs = 3_000

type DrawnWindow = Pick<BrowserWindow, 'once' | 'isDestroyed'> & {
  readonly webContents: Pick<BrowserWindow['webContents'], 'once'>
}

/**
 * Runs once, when a hidden window can be shown. A hidden window on Wayland may never send
 * `ready-to-show` (https://github.com/electron/electron/issues/48859), and nor may one on Windows
 * (https://github.com/electron/electron/issues/54025), so its page being loaded counts as well.
 */
export function whenDrawn(window: DrawnWindow, run: () => void): void {
  let isDone = false
  const once = (): void => {
    if (isDone || window.isDestroyed()) return
    isDone = true
    run()
  }
  window.once('ready-to-show', once)
  window.webContents.once('did-finish-load', () => setTimeout(once, drawMs))
  setTimeout(once, longestMs)
}
