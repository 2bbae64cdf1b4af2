import { Menu, Tray, nativeImage } from 'electron'
import { mainMessages } from '../../preload/main-messages'
import type { RecordingState } from '../../preload/model'
import { trayTemplate, type TrayCommands } from './tray-template'

/** Puts Parley into the tray; returns what draws a new state there. */
export function setupTray(icon: string, commands: TrayCommands): (state: RecordingState) => void {
  const tray = new Tray(nativeImage.createFromPath(icon))
  tray.on('click', commands.open)
  const show = (state: RecordingState) => {
    tray.setToolTip(`Parley · ${mainMessages.tray[state]}`)
    tray.setContextMenu(Menu.buildFromTemplate(trayTemplate(state, commands)))
  }
  show('idle')
  return show
}
