import type { BrowserWindowConstructorOptions } from 'electron'
import type { Role } from '../preload/contract'

/** What every page needs of the app's files. */
export interface PageFiles {
  readonly preload: string
  readonly icon: string
  readonly packaged: boolean
}

/**
 * Where all pages live but the recorder.
 * SECURITY: security.ts leaves this session no network.
 */
export const offlinePartition = 'persist:offline'

/** The colours of the window before its page draws: paper, light and dark. */
const paper = { light: '#fbfaf7', dark: '#161615' }

/** Without a frame and over everything; main/captions says where, and how large. */
const captionsOptions: BrowserWindowConstructorOptions = {
  minWidth: 0,
  minHeight: 0,
  frame: false,
  transparent: true,
  backgroundColor: '#00000000',
  hasShadow: false,
  // Dragged by its page: the edges of a transparent window cannot be on Windows.
  resizable: false,
  minimizable: false,
  maximizable: false,
  fullscreenable: false,
  ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
}

/**
 * The options of every window; nothing else makes one.
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
      // The recorder captures while no window is in front, and starts sound without a click.
      backgroundThrottling: page,
      autoplayPolicy: page ? 'user-gesture-required' : 'no-user-gesture-required',
    },
  }
}
