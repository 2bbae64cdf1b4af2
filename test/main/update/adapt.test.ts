import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { request, type ClientRequest } from 'node:http'
import { configureRequestUrl, HttpExecutor, type DownloadOptions } from 'builder-util-runtime'
import { AppImageUpdater } from 'electron-updater'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { adaptUpdater } from '../../../main/update/adapt'
import { temporaryFolder } from '../library/folder'
import { startUpdateServer, type UpdateServer } from './server'

/** Asks over Node, as electron-updater does over Electron. */
class NodeExecutor extends HttpExecutor<ClientRequest> {
  createRequest = request
  download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    return options.cancellationToken.createPromise((resolve, reject, onCancel) => {
      const asked = { headers: options.headers ?? undefined }
      configureRequestUrl(url, asked)
      const callback = (error: Error | null) => (error ? reject(error) : resolve(destination))
      this.doDownload(asked, { destination, options, onCancel, callback, responseHandler: null }, 0)
    })
  }
}

/** electron-updater itself, as in an AppImage of version 1.0.0; its parts of Electron are stood in for. */
async function setUp(): Promise<{
  server: UpdateServer
  appImage: string
  updater: ReturnType<typeof adaptUpdater>
  folder: string
}> {
  const folder = temporaryFolder()
  const server = await startUpdateServer()
  onTestFinished(() => server.close())
  const appImage = join(folder, 'Parley.AppImage')
  writeFileSync(appImage, 'the old program')
  vi.stubEnv('APPIMAGE', appImage)
  const configuration = join(folder, 'app-update.yml')
  writeFileSync(configuration, 'provider: generic\nupdaterCacheDirName: parley-updater\n')
  const real = new AppImageUpdater(null, {
    version: '1.0.0',
    name: 'parley',
    isPackaged: true,
    appUpdateConfigPath: configuration,
    userDataPath: folder,
    baseCachePath: join(folder, 'cache'),
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  })
  Object.assign(real, { httpExecutor: new NodeExecutor() })
  real.setFeedURL({ provider: 'generic', url: server.url })
  const log = { info: () => undefined, warn: () => undefined }
  const install = () => void real.install(true, true)
  return { server, appImage, folder, updater: adaptUpdater(real, log, install) }
}

/** The files of these releases are replaced by moving them, as Linux does. */
describe.runIf(process.platform === 'linux')('the updater, against a server of releases', () => {
  beforeEach(() => vi.spyOn(console, 'info').mockImplementation(() => undefined))
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })

  it('finds a newer version alone', async () => {
    const { server, updater } = await setUp()
    for (const [version, found] of [
      ['0.9.0', null],
      ['1.0.0', null],
      ['1.0.1', '1.0.1'],
    ] as const) {
      server.release(version, 'program')
      expect(await updater.check(), version).toBe(found)
    }
    // Nothing was downloaded for it, and nothing says which computer asks.
    expect(server.asked.filter(({ path }) => path.endsWith('.AppImage'))).toEqual([])
    for (const { headers } of server.asked) expect(headers['x-user-staging-id'] ?? '').toBe('')
  })

  it('fetches it, puts it in the place of the old one and starts it', async () => {
    const { server, updater, appImage, folder } = await setUp()
    const mark = join(folder, 'started')
    const program = `#!/bin/sh\ntouch '${mark}'\n`
    server.release('2.0.0', program)
    await updater.check()
    await updater.download(new AbortController().signal)
    expect(readFileSync(appImage, 'utf8')).toBe('the old program')
    await updater.install()
    expect(readFileSync(appImage, 'utf8')).toBe(program)
    await vi.waitFor(() => expect(existsSync(mark)).toBe(true), 5_000)
  })

  it('takes nothing that is not what was released', async () => {
    const { server, updater, appImage } = await setUp()
    server.release('2.0.0', 'another program', Buffer.alloc(64).toString('base64'))
    await updater.check()
    await expect(updater.download(new AbortController().signal)).rejects.toThrow(/sha512/)
    await updater.install()
    expect(readFileSync(appImage, 'utf8')).toBe('the old program')
  })

  it('breaks a download off when it is called off', async () => {
    const { server, updater } = await setUp()
    server.release('2.0.0', 'x'.repeat(1_000))
    server.stall()
    await updater.check()
    const control = new AbortController()
    const download = updater.download(control.signal)
    await vi.waitFor(() => expect(server.asked.at(-1)?.path).toMatch(/AppImage$/))
    control.abort()
    await expect(download).rejects.toThrow(/cancel/i)
  })

  it('says so where there is no answer', async () => {
    const { server, updater } = await setUp()
    await server.close()
    await expect(updater.check()).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})
