import type { MenuItemConstructorOptions } from 'electron'
import { mainMessages } from '../../preload/main-messages'
import type { RecordingState } from '../../preload/model'

export interface TrayCommands {
  open(): void
  recordOrStop(): void
  quit(): void
}

/** The menu of the tray as data; its first line says what is going on. */
export function trayTemplate(
  state: RecordingState,
  commands: TrayCommands,
): MenuItemConstructorOptions[] {
  const { tray, menu } = mainMessages
  return [
    { label: tray[state], enabled: false },
    { type: 'separator' },
    { label: tray.open, click: commands.open },
    {
      label: state === 'idle' ? menu.record : menu.stop,
      enabled: state === 'idle' || state === 'recording',
      click: commands.recordOrStop,
    },
    { type: 'separator' },
    { label: tray.quit, click: commands.quit },
  ]
}
