import type { MenuItemConstructorOptions } from 'electron'
import type { Command } from '../../preload/contract'
import { mainMessages } from '../../preload/main-messages'

export interface MenuState {
  readonly platform: NodeJS.Platform
  readonly packaged: boolean
  readonly recording: boolean
}

/** The application menu as data; `run` is called with the command of the item that was chosen. */
export function menuTemplate(
  state: MenuState,
  run: (command: Command) => void,
): MenuItemConstructorOptions[] {
  const text = mainMessages.menu
  const mac = state.platform === 'darwin'
  const settings: MenuItemConstructorOptions = {
    id: 'open-settings',
    label: text.settings,
    accelerator: 'CmdOrCtrl+,',
    click: () => run('open-settings'),
  }
  const record: MenuItemConstructorOptions = {
    id: 'record-or-stop',
    label: state.recording ? text.stop : text.record,
    accelerator: 'CmdOrCtrl+N',
    click: () => run('record-or-stop'),
  }
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const app: MenuItemConstructorOptions = {
    label: text.app,
    submenu: [
      { role: 'about' },
      separator,
      settings,
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  }
  return [
    ...(mac ? [app] : []),
    {
      label: text.file,
      submenu: mac
        ? [record, separator, { role: 'close' }]
        : [record, separator, settings, separator, { role: 'quit' }],
    },
    { label: text.edit, role: 'editMenu' },
    {
      label: text.view,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(state.packaged ? [] : [separator, { role: 'toggleDevTools' as const }]),
      ],
    },
    { label: text.window, role: 'windowMenu' },
  ]
}
