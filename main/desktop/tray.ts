import { Menu, Tray, nativeImage } from 'electron'
import type { RecordingState } from '../../preload/model'
import { trayTemplate, trayWords, type TrayCommands } from './tray-template'

/** Puts Parley into the tray; returns what draws a new state there. */
export function setupTray(
  icon: string,
  commands: TrayCommands,
): (state: RecordingState, hasNotice: boolean) => void {
  const tray = new Tray(nativeImage.createFromPath(icon))
  tray.on('click', commands.open)
  let shown = ''
  const show = (state: RecordingState, hasNotice: boolean) => {
    const words = trayWords(state, hasNotice)
    // A new menu closes one that is open, and the state is told each second.
    if (words === shown) return
    shown = words
    tray.setToolTip(`Parley · ${words}`)
    tray.setContextMenu(Menu.buildFromTemplate(trayTemplate(state, hasNotice, commands)))
  }
  show('idle', false)
  return show
}
