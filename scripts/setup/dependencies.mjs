import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { SetupError, say } from './log.mjs'
import { runNpm } from './run-command.mjs'

const project = resolve(import.meta.dirname, '..', '..')
const oldestNode = { major: 20, minor: 19 }

/** Throws a SetupError if this Node.js is too old. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > oldestNode.major || (major === oldestNode.major && minor >= oldestNode.minor)) return
  throw new SetupError(
    `Node.js ${oldestNode.major}.${oldestNode.minor} or newer is needed; this is ${process.version}.`,
  )
}

/**
 * Installs the dependencies of the lock file if node_modules holds anything else. Install scripts
 * do not run: no dependency needs one, because the native parts come prebuilt.
 */
export async function ensureDependencies({ log = say } = {}) {
  if (await installed()) return
  log('Installing the dependencies of the lock file with npm …')
  const { code, output } = await runNpm(
    [
      ...['ci', '--ignore-scripts', '--include=dev', '--include=optional'],
      ...['--no-audit', '--no-fund', '--loglevel=error'],
    ],
    { cwd: project },
  )
  if (code !== 0) throw new SetupError(`npm could not install the dependencies.\n${output.trim()}`)
}

async function installed() {
  const wanted = await packages(join(project, 'package-lock.json'))
  // npm writes this file at the very end of an installation.
  const present = await packages(join(project, 'node_modules', '.package-lock.json'))
  return wanted !== null && present !== null && sameInstallation(wanted, present, isThere)
}

/**
 * @typedef {Record<string, { version?: string, optional?: boolean }>} Packages
 * @param {string} file
 * @returns {Promise<Packages | null>}
 */
async function packages(file) {
  if (!existsSync(file)) return null
  return JSON.parse(await readFile(file, 'utf8')).packages
}

/** @param {string} path */
function isThere(path) {
  return existsSync(join(project, path, 'package.json'))
}

/**
 * Whether the packages present are those that the lock file wants: the same versions, no others,
 * and none missing except those of other platforms. `isThere` says whether a package's folder exists.
 * @param {Packages} wanted
 * @param {Packages} present
 * @param {(path: string) => boolean} isThere
 */
export function sameInstallation(wanted, present, isThere) {
  const complete = Object.entries(wanted)
    .filter(([path]) => path !== '')
    .every(([path, { version, optional }]) => {
      const found = present[path]
      if (!found) return optional === true
      return found.version === version && isThere(path)
    })
  return complete && Object.keys(present).every((path) => path in wanted)
}
