import { rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { app } from 'electron'
import type { Settings } from '../../common/model'
import type { Events } from '../boundary'
import { createLog, writeWholeFile } from '../platform'
import { autostartEntry } from './autostart-entry'

const log = createLog('login-item')

interface Setup {
  readonly events: Pick<Events, 'on'>
  readonly settings: { get(): Pick<Settings, 'startAtLogin'> }
}

/** Starts without a window. */
const hiddenSwitch = '--hidden'

/** Tells the system whether to start Parley, without its window, when this person signs in. */
export function setupLoginItem({ events, settings }: Setup): void {
  let applied = false

  async function apply(): Promise<void> {
    const { startAtLogin } = settings.get()
    if (startAtLogin === applied) return
    applied = startAtLogin
    try {
      if (process.platform === 'linux') await writeAutostart(startAtLogin)
      else app.setLoginItemSettings({ openAtLogin: startAtLogin, args: [hiddenSwitch] })
    } catch (cause) {
      log.warn('the setting for sign-in was not stored', { cause })
    }
  }

  events.on('settings:changed', () => void apply())
  // A new version may be in another place, so an entry is written again at each start.
  void apply()
}

/** The entry of freedesktop.org, which every desktop of Linux reads. */
async function writeAutostart(wanted: boolean): Promise<void> {
  const folder = process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config')
  const path = join(folder, 'autostart', 'parley.desktop')
  if (!wanted) return rmSync(path, { force: true })
  await mkdir(dirname(path), { recursive: true })
  const program = process.env['APPIMAGE'] ?? process.execPath
  const folderOfApp = app.isPackaged ? [] : [app.getAppPath()]
  writeWholeFile(path, autostartEntry([program, ...folderOfApp, hiddenSwitch]))
}
