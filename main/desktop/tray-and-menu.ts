import { app, Menu } from 'electron'
import type { ActionId } from '../../common/model'
import type { Events, RecordingState } from '../boundary'
import type { CaptionsMenu } from '../captions'
import type { Library } from '../library'
import type { SessionBus } from '../session-bus'
import type { MainWindow } from '../windows'
import { menuTemplate, type MenuState } from './menu'
import type { RunQuickAction } from './quick-actions'
import { createTray } from './tray'
import { trayMeetings } from './tray-template'

interface Setup {
  readonly events: Events
  readonly trayIcon: string
  readonly bus: SessionBus
  readonly library: Pick<Library, 'meetings'>
  readonly mainWindow: Pick<MainWindow, 'open'>
  readonly recordingState: RecordingState
  readonly captions: { readonly menu: () => CaptionsMenu }
  readonly quickAction: RunQuickAction
  readonly deepLinks: {
    /** Opens the window with this meeting. */
    readonly openMeeting: (meetingId: string) => void
  }
}

/** How long the list of meetings may be out of date, in ms: a recording changes its own each second. */
const listMs = 1_000

/** The tray and the application menu; both show the state of the recording. */
export function setupTrayAndMenu(setup: Setup) {
  const { events, trayIcon, bus, library, mainWindow, recordingState, captions } = setup
  const run = (action: ActionId) => {
    mainWindow.open()
    events.emit('app:command', action)
  }
  const tray = createTray(trayIcon, bus, {
    open: mainWindow.open,
    run: (action) => {
      void setup.quickAction(action).then((done) => {
        // The window tries once more, and shows the reason.
        if (!done.ok && action === 'record-or-stop') run(action)
      })
    },
    openMeeting: setup.deepLinks.openMeeting,
    quit: () => app.quit(),
  })
  let menuShown = ''
  function showMenu(shown: MenuState): void {
    const text = JSON.stringify(shown)
    if (text === menuShown) return
    menuShown = text
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(shown, run)))
  }

  let meetings = recentMeetings()
  function recentMeetings() {
    const found = library.meetings.recent(trayMeetings)
    return found.ok ? found.value : []
  }
  let reading: NodeJS.Timeout | null = null
  function readMeetings(): void {
    reading ??= setTimeout(() => {
      reading = null
      meetings = recentMeetings()
      show()
    }, listMs)
  }

  function show(): void {
    const status = recordingState.status()
    tray.show({ status, captions: captions.menu(), meetings })
    showMenu({
      platform: process.platform,
      packaged: app.isPackaged,
      state: status.state,
      muted: status.muted,
      captions: captions.menu(),
    })
  }
  events.on('recording:status', show)
  events.on('captions:changed', show)
  events.on('settings:changed', show)
  events.on('meetings:changed', readMeetings)
  events.on('meetings:removed', readMeetings)
  show()
  return { isThere: tray.isThere }
}
