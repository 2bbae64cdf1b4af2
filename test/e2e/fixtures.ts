import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { startService, type Service } from '../service/service'
import { launchParley, type LaunchOptions, type Parley } from './app'
import { goodKey } from './service-key'
import { smallDisk } from './small-disk'
import { startSoundServer, type SoundServer } from './sound-server'

interface Fixtures {
  /** An empty folder for this test alone. */
  folder: string
  /** A folder on a small disk that may be filled; only root can mount one. */
  smallFolder: string
  /** The service, with the limits of a free account. */
  service: Service
  /** A sound server with real devices; PulseAudio is for Linux, and so are its tests. */
  sound: SoundServer
  /** Starts the app against the simulator; ended, whatever happens, with the test. */
  launch: (options?: Partial<LaunchOptions>) => Promise<Parley>
}

export const test = base.extend<Fixtures>({
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
      knobs: { keys: { [goodKey]: 'good' }, session: { newSessionsPerMinute: 5 } },
    })
    await provide(service)
    await service.close()
  },
  sound: async ({ folder }, provide, info) => {
    info.skip(process.platform !== 'linux', 'PulseAudio runs on Linux only')
    const sound = await startSoundServer(folder)
    await provide(sound)
    await sound.kill()
  },
  launch: async ({ folder, service }, provide, info) => {
    const running: Parley[] = []
    await provide(async (options = {}) => {
      const parley = await launchParley({
        dataFolder: join(folder, 'data'),
        serviceUrl: service.url,
        ...options,
      })
      running.push(parley)
      return parley
    })
    for (const [index, parley] of running.entries()) {
      if (info.status !== info.expectedStatus) {
        const name = `app-${index}.log`
        await info.attach(name, { body: parley.output(), contentType: 'text/plain' })
      }
      parley.kill()
    }
  },
})

export { expect } from '@playwright/test'
