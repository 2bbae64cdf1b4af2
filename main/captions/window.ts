import { screen, type BrowserWindow, type WebContents } from 'electron'
import type { CaptionsDrag, CaptionsSettings } from '../../preload/model'
import { admitPage } from '../ipc'
import { createLog } from '../log'
import type { PageFiles } from '../window-options'
import { createWindow } from '../windows'
import type { PlaceMemory } from './memory'
import {
  dragged,
  heightOf,
  inside,
  placeOn,
  remember,
  withHeight,
  type Box,
  type Display,
} from './place'

const log = createLog('captions')

/** How long the captions stand still before their place is remembered, in ms. */
const settleMs = 400

export interface CaptionsWindow {
  shown(): boolean
  /** Opens without taking the keyboard, and takes it where they are open already. */
  show(shown: boolean): void
  /** The page to send events to: none or one. */
  contents(): WebContents[]
  /** Takes up a change of the settings. */
  apply(): void
  drag(drag: CaptionsDrag): void
  /** For good: the app quits. */
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

/** The window with the captions, on top of all others. Closing or crashing it never touches a recording. */
export function createCaptionsWindow({ files, memory, settings, onChange }: Parts): CaptionsWindow {
  let window: BrowserWindow | null = null
  /** Where the captions were put last by this file and not by a person. */
  let put: Box | null = null
  /** Where a drag has brought them. Asked back, the system rounds, and each step would add to it. */
  let draggedTo: Box | null = null
  let settling: NodeJS.Timeout | null = null

  function open(): void {
    const made = createWindow('captions', files)
    window = made
    admitPage(made.webContents, 'captions')
    made.setAlwaysOnTop(true, 'screen-saver')
    // On macOS a panel is over full screens by itself; without the last, the dock would blink.
    made.setVisibleOnAllWorkspaces(true, {
      visibleOnFullScreen: true,
      skipTransformProcessType: true,
    })
    place()
    apply()
    // Whoever is typing goes on typing.
    made.once('ready-to-show', () => made.showInactive())
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

  /** Remembers where the captions stand now, and brings them back where they were dragged off. */
  function settle(): void {
    if (settling === null || window === null) return
    clearTimeout(settling)
    settling = null
    const box = draggedTo ?? window.getBounds()
    const display = displayOf(screen.getDisplayMatching(box))
    const target = inside(display.workArea, box)
    memory.set(remember(memory.get(), display, target))
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
    contents: () => (window === null ? [] : [window.webContents]),
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
