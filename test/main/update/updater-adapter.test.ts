import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { request, type ClientRequest } from 'node:http'
import { configureRequestUrl, HttpExecutor, type DownloadOptions } from 'builder-util-runtime'
import { AppImageUpdater } from 'electron-updater'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { adaptUpdater } from '../../../main/update/updater-adapter'
import { temporaryFolder } from '../library/folder'
import { checkRelease, NotSigned } from '../../../main/update/release-signature'
import { createSigner, startUpdateServer, type UpdateServer } from './server'

/** Sends requests with Node, as electron-updater does with Electron. */
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

/** The real electron-updater, as in an AppImage of version 1.0.0, with fakes for Electron. */
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
  const fetchText = async (name: string) => (await fetch(`${server.url}/${name}`)).text()
  const updater = adaptUpdater(real, {
    log: { info: () => undefined, warn: () => undefined },
    install: () => void real.install(true, true),
    login: () => () => undefined,
    verify: (files, version) =>
      checkRelease({ publicKey: server.publicKey, fetchText }, files, version),
  })
  return { server, appImage, folder, updater }
}

/** These releases are replaced by moving files, as on Linux. */
describe.runIf(process.platform === 'linux')('the updater, with a server of releases', () => {
  beforeEach(() => vi.spyOn(console, 'info').mockImplementation(() => undefined))
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })

  it('finds only a newer version', async () => {
    const { server, updater } = await setUp()
    for (const [version, found] of [
      ['0.9.0', null],
      ['1.0.0', null],
      ['1.0.1', '1.0.1'],
    ] as const) {
      server.release(version, 'program')
      expect(await updater.check(), version).toBe(found)
    }
    // Nothing was downloaded, and nothing identifies the computer.
    expect(server.asked.filter(({ path }) => path.endsWith('.AppImage'))).toEqual([])
    for (const { headers } of server.asked) expect(headers['x-user-staging-id'] ?? '').toBe('')
  })

  it('downloads it, replaces the old version and starts it', async () => {
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

  it('accepts nothing but the released file', async () => {
    const { server, updater, appImage } = await setUp()
    server.release('2.0.0', 'another program', { sha512: Buffer.alloc(64).toString('base64') })
    await updater.check()
    await expect(updater.download(new AbortController().signal)).rejects.toThrow(/sha512/)
    await updater.install()
    expect(readFileSync(appImage, 'utf8')).toBe('the old program')
  })

  it.each([
    ['signed by somebody else', { signer: createSigner() }],
    ['an old release with a new number', { listedAs: 'Parley-1.5.0-linux-x86_64.AppImage' }],
  ])('accepts nothing that is %s', async (_what, change) => {
    const { server, updater } = await setUp()
    server.release('2.0.0', 'another program', change)
    await updater.check()
    const download = updater.download(new AbortController().signal)
    await expect(download).rejects.toBeInstanceOf(NotSigned)
  })

  it('stops a download when it is cancelled', async () => {
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

  it('reports a missing answer', async () => {
    const { server, updater } = await setUp()
    await server.close()
    await expect(updater.check()).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})
