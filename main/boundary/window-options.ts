import type { BrowserWindowConstructorOptions } from 'electron'
import type { Role } from '../../common/ipc/channels'

/** The files of the app that every page needs. */
export interface PageFiles {
  readonly preload: string
  readonly icon: string
  readonly packaged: boolean
}

/**
 * The session of all pages except the recorder.
 * SECURITY: security.ts leaves this session no network.
 */
export const offlinePartition = 'persist:offline'

/** The colours of the window before its page draws: paper, light and dark. */
const paper = { light: '#fbfaf7', dark: '#161615' }

/** Without a frame and on top of everything; main/captions sets the place and the size. */
const captionsOptions: BrowserWindowConstructorOptions = {
  minWidth: 0,
  minHeight: 0,
  frame: false,
  transparent: true,
  backgroundColor: '#00000000',
  hasShadow: false,
  // Its page draws the corners; newer versions of Electron round those of every frameless window
  // (https://github.com/electron/electron/pull/51459).
  roundedCorners: false,
  // Its page resizes it, because a transparent window has no resizable edges on Windows
  // (https://github.com/electron/electron/issues/6107).
  resizable: false,
  minimizable: false,
  maximizable: false,
  fullscreenable: false,
  ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
}

/**
 * The options of every window; no window is created without them.
 * SECURITY: sandbox, context isolation and no Node in each page, with the one preload.
 */
export function windowOptions(
  role: Role,
  { preload, icon, packaged }: PageFiles,
  dark: boolean,
): BrowserWindowConstructorOptions {
  const page = role === 'window' || role === 'captions'
  return {
    width: 1200,
    height: 760,
    minWidth: 760,
    minHeight: 520,
    show: false,
    autoHideMenuBar: true,
    title: 'Parley',
    icon,
    backgroundColor: dark ? paper.dark : paper.light,
    skipTaskbar: role !== 'window',
    focusable: page,
    ...(role === 'captions' ? captionsOptions : {}),
    webPreferences: {
      preload,
      ...(role === 'recorder' ? {} : { partition: offlinePartition }),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableBlinkFeatures: 'Auxclick',
      devTools: !packaged,
      // The recorder captures while no window is in front, and starts audio without a click.
      backgroundThrottling: page,
      autoplayPolicy: page ? 'user-gesture-required' : 'no-user-gesture-required',
    },
  }
}
