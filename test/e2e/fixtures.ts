import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { startService, type Service } from '../service/service'
import { launchParley, type LaunchOptions, type Parley } from './app'
import {
  startNoticeServer,
  startTrayHost,
  startWindowManager,
  type NoticeServer,
  type TrayHost,
  type WindowManager,
} from './desktop-hosts'
import { goodKey } from './service-key'
import { smallDisk } from './small-disk'
import type { SoundServerKind } from './sound-daemons'
import { startSoundServer, type SoundServer } from './sound-server'

interface Fixtures {
  /** An empty folder for this test. */
  folder: string
  /**
   * A folder on a small disk that the test may fill; only root can mount one. A test names it before
   * `launch`, so that it is removed after the app has ended.
   */
  smallFolder: string
  /** The service, with the limits of a free account. */
  service: Service
  /** A sound server with real devices; there is one on Linux only, and so are its tests. */
  sound: SoundServer
  /** The tray of a desktop. Only one test at a time can have one, so its spec runs alone. */
  tray: TrayHost
  /** The notification server of a desktop; the same is true of it. */
  notices: NoticeServer
  /** A window manager, for focus and for minimized windows. */
  manager: WindowManager
  /** Starts the app with the simulator. It always ends with the test. */
  launch: (options?: Partial<LaunchOptions>) => Promise<Parley>
}

/** What the app logged; empty if it never started. */
function ownLog({ dataFolder }: Parley): string {
  const path = join(dataFolder, 'logs', 'parley.log')
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

export interface Options {
  readonly soundServer: SoundServerKind
  /** Whether a new installation has a key; the engine on this computer stays away then. */
  readonly hasKey: boolean
}

export const test = base.extend<Fixtures & Options>({
  soundServer: ['pulseaudio', { option: true }],
  hasKey: [false, { option: true }],
  // Playwright reads the pattern of the first argument, so it must be one.
  folder: async ({}, provide) => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-e2e-'))
    await provide(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  smallFolder: async ({}, provide, info) => {
    info.skip(smallDisk === null, 'There is no small disk in this session')
    const folder = mkdtempSync(join(smallDisk ?? '', 'parley-e2e-'))
    await provide(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  service: async ({}, provide) => {
    const service = await startService({
      behaviour: { keys: { [goodKey]: 'good' }, session: { newSessionsPerMinute: 5 } },
    })
    await provide(service)
    await service.close()
  },
  sound: async ({ folder, soundServer }, provide, info) => {
    info.skip(process.platform !== 'linux', 'PulseAudio runs on Linux only')
    const sound = await startSoundServer(folder, soundServer)
    await provide(sound)
    await sound.kill()
  },
  tray: async ({}, provide, info) => {
    info.skip(process.platform !== 'linux', 'The tray of other systems cannot be asked')
    const host = await startTrayHost()
    await provide(host)
    host.close()
  },
  notices: async ({}, provide, info) => {
    info.skip(process.platform !== 'linux', 'The notifications of other systems cannot be read')
    const server = await startNoticeServer()
    await provide(server)
    server.close()
  },
  manager: async ({}, provide, info) => {
    info.skip(process.platform !== 'linux', 'Only Linux has others to choose from')
    const manager = startWindowManager()
    await provide(manager)
    manager.end()
  },
  launch: async ({ folder, service, hasKey }, provide, info) => {
    const running: Parley[] = []
    await provide(async (options = {}) => {
      const parley = await launchParley({
        dataFolder: join(folder, 'data'),
        serviceUrl: service.url,
        hasKey,
        ...options,
      })
      running.push(parley)
      return parley
    })
    for (const [index, parley] of running.entries()) {
      if (info.status !== info.expectedStatus) {
        const name = `app-${index}.log`
        const path = info.outputPath(name)
        writeFileSync(path, `${parley.output()}\n\n${ownLog(parley)}`)
        await info.attach(name, { path, contentType: 'text/plain' })
      }
      parley.kill()
    }
  },
})

export { expect } from './expect'
