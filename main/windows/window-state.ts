import { readFileSync } from 'node:fs'
import { screen, type BrowserWindow } from 'electron'
import { createLog, writeWholeFile } from '../platform'
import { clampToScreens, windowStateSchema, type WindowState } from './window-geometry'

const log = createLog('window-state')

/** The window is moved many times during a drag; its place is saved this long after the last one, in ms. */
const restMs = 500

/**
 * Puts the window where it was when it was last used, before it is shown, and remembers its place
 * in this file. A file that cannot be read or written costs the place and nothing else. On Wayland
 * the compositor chooses the position, so only the size comes back.
 */
export function restoreWindow(window: BrowserWindow, path: string): void {
  const saved = load(path)
  let bounds = window.getBounds()
  if (saved !== null) {
    const others = screen.getAllDisplays().map(({ workArea }) => workArea)
    bounds = clampToScreens(saved.bounds, [screen.getPrimaryDisplay().workArea, ...others])
    window.setBounds(bounds)
    // A hidden window that is maximized would show itself too early.
    window.once('show', () => {
      if (saved.fullScreen) window.setFullScreen(true)
      else if (saved.maximized) window.maximize()
    })
  }

  let timer: NodeJS.Timeout | undefined
  let last = ''
  function save(): void {
    clearTimeout(timer)
    if (window.isDestroyed()) return
    const maximized = window.isMaximized()
    const fullScreen = window.isFullScreen()
    // Not getNormalBounds: it has returned the bounds of the maximized window before
    // (https://github.com/electron/electron/issues/38180).
    if (!maximized && !fullScreen && !window.isMinimized()) bounds = window.getBounds()
    const state: WindowState = { bounds, maximized, fullScreen }
    const text = JSON.stringify(state)
    if (text === last) return
    last = text
    try {
      writeWholeFile(path, text)
    } catch (cause) {
      log.warn('place not saved', { cause })
    }
  }
  function later(): void {
    clearTimeout(timer)
    timer = setTimeout(save, restMs)
  }
  window.on('resize', later)
  window.on('move', later)
  window.on('close', save)
}

function load(path: string): WindowState | null {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') log.warn('place not read', { cause })
    return null
  }
}
