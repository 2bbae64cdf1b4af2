import type { MenuItemConstructorOptions } from 'electron'
import { mainMessages } from '../../preload/main-messages'
import type { RecordingState } from '../../preload/model'

export interface TrayCommands {
  readonly open: () => void
  readonly recordOrStop: () => void
  readonly pauseOrResume: () => void
  readonly quit: () => void
}

/** What is going on, in a few words; a notice is read in the window. */
export function trayWords(state: RecordingState, hasNotice: boolean): string {
  const { tray } = mainMessages
  return state === 'recording' && hasNotice ? tray.withNotice : tray[state]
}

/** The menu of the tray as data; its first line says what is going on. */
export function trayTemplate(
  state: RecordingState,
  hasNotice: boolean,
  commands: TrayCommands,
): MenuItemConstructorOptions[] {
  const { tray, menu } = mainMessages
  return [
    { label: trayWords(state, hasNotice), enabled: false },
    { type: 'separator' },
    { label: tray.open, click: commands.open },
    {
      label: state === 'paused' ? menu.resume : menu.pause,
      visible: state === 'recording' || state === 'paused',
      click: commands.pauseOrResume,
    },
    {
      label: state === 'idle' ? menu.record : menu.stop,
      enabled: state === 'idle' || state === 'recording' || state === 'paused',
      click: commands.recordOrStop,
    },
    { type: 'separator' },
    { label: tray.quit, click: commands.quit },
  ]
}
