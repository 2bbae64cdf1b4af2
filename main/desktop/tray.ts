import { Menu, nativeImage, Tray, type NativeImage } from 'electron'
import type { SessionBus } from '../session-bus'
import { drawTrayPicture, type TrayPicture } from './tray-picture'
import {
  trayPicture,
  trayTemplate,
  trayTip,
  trayWords,
  type TrayCommands,
  type TrayState,
} from './tray-template'

/** The tray, or the menu bar of macOS. */
export interface ParleyTray {
  show(state: TrayState): void
  /** Whether a person can see it: not on every desktop of Linux. */
  isThere(): boolean
}

/** What shows tray icons on Linux. */
const hostName = 'org.kde.StatusNotifierWatcher'

/**
 * Adds Parley to the tray. On Linux the icon is made anew when a host for it appears, because one that
 * was made before is never shown.
 */
export function createTray(icon: string, bus: SessionBus, commands: TrayCommands): ParleyTray {
  const base = nativeImage.createFromPath(icon)
  const pictures = new Map<TrayPicture, NativeImage>()
  const isLinux = process.platform === 'linux'
  let hasHost = !isLinux
  let last: TrayState | null = null
  let menuShown = ''
  let pictureShown: TrayPicture | null = null
  let tray = make()

  function make(): Tray {
    const made = new Tray(picture('idle'))
    made.on('click', commands.open)
    menuShown = ''
    pictureShown = 'idle'
    return made
  }

  function picture(name: TrayPicture): NativeImage {
    const known = pictures.get(name)
    if (known) return known
    const { width } = base.getSize()
    const bitmap = drawTrayPicture(base.toBitmap(), width, name)
    const drawn = nativeImage.createFromBitmap(Buffer.from(bitmap), { width, height: width })
    pictures.set(name, drawn)
    return drawn
  }

  function show(state: TrayState): void {
    last = state
    const wanted = trayPicture(state.status)
    if (wanted !== pictureShown) tray.setImage(picture(wanted))
    pictureShown = wanted
    const tip = trayTip(state.status)
    tray.setToolTip(tip)
    // Beside the icon of the menu bar; other systems have no place for it.
    if (process.platform === 'darwin')
      tray.setTitle(wanted === 'idle' ? '' : trayWords(state.status))
    // A new menu closes an open one, and a state comes each second.
    const { state: now, muted, startedAt } = state.status
    const text = JSON.stringify([
      trayWords(state.status),
      now,
      muted,
      startedAt,
      state.captions,
      state.meetings,
    ])
    if (text === menuShown) return
    menuShown = text
    tray.setContextMenu(Menu.buildFromTemplate(trayTemplate(state, commands)))
  }

  if (isLinux) {
    bus.watchName(hostName, (isThere) => {
      if (isThere && !hasHost) {
        tray.destroy()
        tray = make()
        if (last) show(last)
      }
      hasHost = isThere
    })
  }
  return { show, isThere: () => hasHost }
}
