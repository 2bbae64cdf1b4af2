import { globalShortcut } from 'electron'
import { ok, type Result } from '../../common/errors'
import type { QuickAction, RecordingStatus, Settings } from '../../common/model'
import { actionText, mainMessages, runningActionText } from '../../common/text'
import { enableFeature, type CallHandlers, type Events } from '../boundary'
import type { Notifications } from '../notifications'
import { createShortcuts } from './shortcuts'

interface Setup {
  readonly events: Events
  readonly settings: { get(): Settings }
  readonly notifications: Notifications
  readonly recordingState: { status(): RecordingStatus }
  readonly quickAction: (action: QuickAction) => Promise<Result<undefined>>
  readonly mainWindow: { readonly open: () => void }
}

/** Wayland gives keys through the desktop's portal only, and only if a person agrees. */
const isWayland =
  process.platform === 'linux' &&
  process.env['XDG_SESSION_TYPE'] === 'wayland' &&
  !process.argv.includes('--ozone-platform=x11')

/** Lets Chromium ask the portal for shortcuts. Call it before `ready`. */
export function joinPortalFeature(): void {
  if (isWayland) enableFeature('GlobalShortcutsPortal')
}

/** The shortcuts of the settings, from the start of the app to its end. */
export function setupShortcuts(setup: Setup) {
  const { events, settings, notifications, recordingState, quickAction, mainWindow } = setup

  /** Says what a shortcut did: nobody sees the window then. */
  function say(action: QuickAction, body: string): void {
    notifications.show({
      id: 'shortcut',
      reason: 'shortcut',
      title: actionName(action),
      body,
      onClick: mainWindow.open,
    })
  }

  function actionName(action: QuickAction): string {
    const { state, muted } = recordingState.status()
    if (action === 'record-or-stop' && state !== 'idle') return mainMessages.shortcut.recording
    if (action === 'record-or-stop') return mainMessages.shortcut.stopped
    if (action === 'pause-or-resume') {
      return state === 'paused' ? mainMessages.tray.paused : mainMessages.shortcut.resumed
    }
    if (action === 'mute')
      return muted ? mainMessages.shortcut.muted : mainMessages.shortcut.unmuted
    return action === 'mark' ? mainMessages.shortcut.marked : actionText[action]
  }

  const shortcuts = createShortcuts({
    system: globalShortcut,
    isAsked: isWayland,
    run: (action) => {
      events.emit('shortcuts:pressed', action)
      void quickAction(action).then((done) => {
        if (!done.ok) {
          notifications.show({
            id: 'shortcut',
            reason: 'shortcut',
            title: nameBefore(action, recordingState.status().state),
            body: done.error.sentence,
            onClick: mainWindow.open,
          })
        } else if (action !== 'captions') say(action, '')
      })
    },
  })

  let shown = ''
  function show(): void {
    const text = JSON.stringify(shortcuts.states())
    if (text === shown) return
    shown = text
    events.emit('shortcuts:changed', shortcuts.states())
  }

  function apply(): void {
    shortcuts.apply(settings.get().shortcuts)
    show()
  }

  function suspend(suspended: boolean): void {
    shortcuts.suspend(suspended)
    show()
  }

  let applied = ''
  events.on('settings:changed', () => {
    const wanted = JSON.stringify(settings.get().shortcuts)
    if (wanted === applied) return
    applied = wanted
    apply()
  })
  // A page that asked for the keys back may be gone.
  events.on('window:closed', () => suspend(false))
  return {
    handlers: {
      'shortcuts:states': () => ok(shortcuts.states()),
      'shortcuts:suspend': ({ suspended }) => {
        suspend(suspended)
        return ok(undefined)
      },
    } satisfies Partial<CallHandlers>,
    start: () => {
      applied = JSON.stringify(settings.get().shortcuts)
      apply()
    },
    stop: () => globalShortcut.unregisterAll(),
  }
}

/** What a shortcut that failed was to do. */
function nameBefore(action: QuickAction, state: RecordingStatus['state']): string {
  return action === 'record-or-stop' && state !== 'idle'
    ? runningActionText[action]
    : actionText[action]
}
