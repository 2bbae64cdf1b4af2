import { Menu, Tray, nativeImage } from 'electron'
import { trayTemplate, trayWords, type TrayCommands, type TrayState } from './tray-template'

/** Puts Parley into the tray; returns what draws a new state there. */
export function setupTray(icon: string, commands: TrayCommands): (state: TrayState) => void {
  const tray = new Tray(nativeImage.createFromPath(icon))
  tray.on('click', commands.open)
  let shown = ''
  return (state) => {
    const words = trayWords(state.state, state.hasNotice)
    // A new menu closes one that is open, and the state is told each second.
    const text = JSON.stringify([words, state.captions])
    if (text === shown) return
    shown = text
    tray.setToolTip(`Parley · ${words}`)
    tray.setContextMenu(Menu.buildFromTemplate(trayTemplate(state, commands)))
  }
}
