import type { MenuItemConstructorOptions } from 'electron'
import type { Command } from '../../preload/contract'
import { mainMessages } from '../../preload/main-messages'
import type { RecordingState } from '../../preload/model'
import type { CaptionsMenu } from '../captions/setup'
import { captionsItems } from './captions-items'

export interface MenuState {
  readonly platform: NodeJS.Platform
  readonly packaged: boolean
  readonly state: RecordingState
  readonly captions: CaptionsMenu
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
    label: state.state === 'idle' ? text.record : text.stop,
    accelerator: 'CmdOrCtrl+N',
    click: () => run('record-or-stop'),
  }
  const pause: MenuItemConstructorOptions = {
    id: 'pause-or-resume',
    label: state.state === 'paused' ? text.resume : text.pause,
    accelerator: 'CmdOrCtrl+P',
    enabled: state.state === 'recording' || state.state === 'paused',
    click: () => run('pause-or-resume'),
  }
  const bringIn: MenuItemConstructorOptions = {
    id: 'import',
    label: text.import,
    accelerator: 'CmdOrCtrl+O',
    click: () => run('import'),
  }
  const search: MenuItemConstructorOptions = {
    id: 'search',
    label: text.search,
    accelerator: 'CmdOrCtrl+K',
    click: () => run('search'),
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
        ? [record, pause, separator, bringIn, search, separator, { role: 'close' }]
        : [
            record,
            pause,
            separator,
            bringIn,
            search,
            separator,
            settings,
            separator,
            { role: 'quit' },
          ],
    },
    { label: text.edit, role: 'editMenu' },
    {
      label: text.view,
      submenu: [
        ...captionsItems(state.captions),
        separator,
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
