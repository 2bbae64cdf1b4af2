import type { MenuItemConstructorOptions } from 'electron'
import { mainMessages } from '../../preload/main-messages'
import type { RecordingState } from '../../preload/model'
import type { CaptionsMenu } from '../captions/setup'
import { captionsItems } from './captions-items'

export interface TrayCommands {
  readonly open: () => void
  readonly recordOrStop: () => void
  readonly pauseOrResume: () => void
  readonly quit: () => void
}

export interface TrayState {
  readonly state: RecordingState
  readonly hasNotice: boolean
  readonly captions: CaptionsMenu
}

/** What is going on, in a few words; a notice is read in the window. */
export function trayWords(state: RecordingState, hasNotice: boolean): string {
  const { tray } = mainMessages
  return state === 'recording' && hasNotice ? tray.withNotice : tray[state]
}

/** The menu of the tray as data; its first line says what is going on. */
export function trayTemplate(
  { state, hasNotice, captions }: TrayState,
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
    ...captionsItems(captions),
    { type: 'separator' },
    { label: tray.quit, click: commands.quit },
  ]
}
