import type { MenuItemConstructorOptions } from 'electron'
import { mainMessages } from '../../common/text'
import type { Meeting, QuickAction, RecordingStatus } from '../../common/model'
import type { CaptionsMenu } from '../captions'
import { captionsItems } from './captions-items'
import type { TrayPicture } from './tray-picture'

export interface TrayCommands {
  readonly open: () => void
  readonly run: (action: Exclude<QuickAction, 'captions'>) => void
  readonly openMeeting: (id: string) => void
  readonly quit: () => void
}

export interface TrayState {
  readonly status: Pick<
    RecordingStatus,
    'state' | 'elapsedMs' | 'connection' | 'muted' | 'notices' | 'startedAt'
  >
  readonly captions: CaptionsMenu
  /** The newest first. */
  readonly meetings: readonly Pick<Meeting, 'id' | 'title'>[]
}

/** How many meetings the tray offers. */
export const trayMeetings = 5
/** A longer title is cut, in characters. */
const longestTitle = 60

/** What the picture of the tray shows. */
export function trayPicture({ state, connection }: TrayState['status']): TrayPicture {
  if (state === 'paused') return 'paused'
  if (state !== 'recording' && state !== 'starting' && state !== 'finishing') return 'idle'
  return connection === 'offline' ? 'offline' : 'recording'
}

/** The state in a few words; a notice is read in the window. */
export function trayWords({ state, connection, notices, muted }: TrayState['status']): string {
  const { tray } = mainMessages
  if (state !== 'recording') return tray[state]
  if (connection === 'offline') return tray.offline
  if (notices.length > 0) return tray.withNotice
  if (muted) return tray.muted
  return connection === 'waiting' ? tray.waiting : tray.recording
}

/** The state with the time of the recording, for where it can change each second. */
export function trayTip(status: TrayState['status']): string {
  const words = trayWords(status)
  const isTimed = status.state === 'recording' || status.state === 'paused'
  return mainMessages.tray.tip(isTimed ? `${words} ${clock(status.elapsedMs)}` : words)
}

/** The menu of the tray as data; its first line shows the state. */
export function trayTemplate(
  { status, captions, meetings }: TrayState,
  commands: TrayCommands,
): MenuItemConstructorOptions[] {
  const { tray, menu } = mainMessages
  const { state, muted } = status
  const isRunning = state === 'recording' || state === 'paused'
  return [
    { label: trayWords(status), enabled: false },
    { type: 'separator' },
    { label: tray.open, click: commands.open },
    {
      label: state === 'idle' ? menu.record : menu.stop,
      enabled: state === 'idle' || isRunning,
      click: () => commands.run('record-or-stop'),
    },
    {
      label: state === 'paused' ? menu.resume : menu.pause,
      visible: isRunning,
      click: () => commands.run('pause-or-resume'),
    },
    { label: tray.mark, visible: isRunning, click: () => commands.run('mark') },
    {
      label: tray.mute,
      type: 'checkbox',
      checked: muted,
      visible: isRunning,
      click: () => commands.run('mute'),
    },
    { type: 'separator' },
    ...captionsItems(captions),
    { type: 'separator' },
    { label: tray.recent, enabled: false, visible: meetings.length > 0 },
    ...meetings.slice(0, trayMeetings).map(({ id, title }) => ({
      label: itemText(title),
      click: () => commands.openMeeting(id),
    })),
    { type: 'separator' },
    { label: tray.quit, click: commands.quit },
  ]
}

/** A title as a menu shows it: on one line, and with its ampersands, which mark keys in menus. */
function itemText(title: string): string {
  const line = title.replace(/\s+/g, ' ')
  const cut = line.length > longestTitle ? `${line.slice(0, longestTitle - 1)}…` : line
  return cut.replace(/&/g, '&&')
}

/** Hours, minutes and seconds. */
function clock(ms: number): string {
  const seconds = Math.floor(ms / 1_000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
