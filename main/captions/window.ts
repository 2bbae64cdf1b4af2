import { screen, type BrowserWindow } from 'electron'
import type { CaptionsDrag, CaptionsSettings } from '../../common/model'
import { admitPage, createWindow, type PageFiles, whenDrawn } from '../boundary'
import { createLog } from '../platform'
import type { PlaceMemory } from './position-store'
import {
  dragged,
  heightOf,
  inside,
  placeOn,
  remember,
  withHeight,
  type Box,
  type Display,
} from './geometry'

const log = createLog('captions')

/** How long the captions must not move before their place is stored, in ms. */
const settleMs = 400

/**
 * Wayland does not tell a window its position, so every place would be stored as the corner
 * (https://github.com/electron/electron/issues/50403).
 */
const isWayland =
  process.platform === 'linux' &&
  process.env['XDG_SESSION_TYPE'] === 'wayland' &&
  !process.argv.includes('--ozone-platform=x11')

export interface CaptionsWindow {
  shown(): boolean
  /** Opens without keyboard focus; an open window gets the focus. */
  show(shown: boolean): void
  /** Applies a change of the settings. */
  apply(): void
  drag(drag: CaptionsDrag): void
  /** Closes them for good, because the app quits. */
  close(): void
}

interface Parts {
  readonly files: PageFiles
  readonly memory: PlaceMemory
  readonly settings: () => CaptionsSettings
  /** Runs after each opening and closing. */
  readonly onChange: () => void
}

function displayOf({ id, workArea }: Electron.Display): Display {
  return { id: String(id), workArea }
}

function same(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

/**
 * The window with the captions, on top of all others. Closing or crashing it never touches a
 * recording.
 */
export function createCaptionsWindow({ files, memory, settings, onChange }: Parts): CaptionsWindow {
  let window: BrowserWindow | null = null
  /** The last place that this file gave to the captions, not a person. */
  let put: Box | null = null
  /** The place during a drag. The system's own answer is rounded, and the errors would add up. */
  let draggedTo: Box | null = null
  let settling: NodeJS.Timeout | null = null

  function open(): void {
    const made = createWindow('captions', files)
    window = made
    admitPage(made.webContents, 'captions')
    made.setAlwaysOnTop(true, 'screen-saver')
    // A panel of macOS is over full-screen windows anyway; without the last option, Parley would
    // disappear from the dock (https://github.com/electron/electron/issues/26350).
    made.setVisibleOnAllWorkspaces(true, {
      visibleOnFullScreen: true,
      skipTransformProcessType: true,
    })
    place()
    apply()
    // The keyboard focus stays where a person is typing.
    whenDrawn(made, () => made.showInactive())
    made.webContents.on('render-process-gone', (_event, { reason }) => {
      log.error('page gone', { reason })
      if (reason !== 'clean-exit' && !made.isDestroyed()) made.webContents.reload()
    })
    made.on('move', moved)
    made.on('resize', moved)
    made.on('close', settle)
    made.once('closed', () => {
      window = null
      onChange()
    })
    onChange()
  }

  function putAt(box: Box): void {
    put = box
    window?.setBounds(box)
  }

  function place(): void {
    const primary = screen.getPrimaryDisplay()
    const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
    const displays = [displayOf(primary), ...others.map(displayOf)] as const
    putAt(placeOn(displays, memory.get(), heightOf(settings().size)))
  }

  function apply(): void {
    settle()
    if (window === null) return
    const { size, clickThrough } = settings()
    window.setIgnoreMouseEvents(clickThrough)
    const box = window.getBounds()
    if (box.height === heightOf(size)) return
    putAt(withHeight(screen.getDisplayMatching(box).workArea, box, heightOf(size)))
  }

  function moved(): void {
    if (window !== null && (put === null || !same(window.getBounds(), put))) settleSoon()
  }

  function settleSoon(): void {
    if (settling !== null) clearTimeout(settling)
    settling = setTimeout(settle, settleMs)
  }

  /** Stores the place of the captions, and moves them back if they were dragged off the display. */
  function settle(): void {
    if (settling === null || window === null) return
    clearTimeout(settling)
    settling = null
    const box = draggedTo ?? window.getBounds()
    const display = displayOf(screen.getDisplayMatching(box))
    const target = inside(display.workArea, box)
    if (!isWayland) memory.set(remember(memory.get(), display, target))
    if (draggedTo !== null && !same(box, target)) putAt(target)
    draggedTo = null
  }

  function close(): void {
    settle()
    window?.destroy()
  }

  const replace = () => {
    if (window !== null) place()
  }
  screen.on('display-added', replace)
  screen.on('display-removed', replace)
  screen.on('display-metrics-changed', replace)

  return {
    shown: () => window !== null,
    show: (shown) => {
      if (!shown) close()
      else if (window === null) open()
      else window.focus()
    },
    apply,
    drag: (drag) => {
      if (window === null) return
      draggedTo = dragged(draggedTo ?? window.getBounds(), drag)
      window.setBounds(draggedTo)
      settleSoon()
    },
    close,
  }
}
