import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { runNpm } from './run.mjs'
import { say, SetupError } from './say.mjs'

const project = resolve(import.meta.dirname, '..', '..')

/**
 * Installs the dependencies of the lock file where node_modules holds anything else. Install
 * scripts are not run: no dependency needs one, the native parts come ready made.
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
  return present !== null && sameInstallation(wanted, present, isThere)
}

async function packages(file) {
  if (!existsSync(file)) return null
  return JSON.parse(await readFile(file, 'utf8')).packages
}

function isThere(path) {
  return existsSync(join(project, path, 'package.json'))
}

/**
 * Whether what is present is what the lock file wants: the same versions, nothing more, and nothing
 * less but what belongs to other platforms. `isThere` tells whether a package's folder exists.
 */
export function sameInstallation(wanted, present, isThere) {
  const names = Object.keys(wanted).filter((path) => path !== '')
  const complete = names.every((path) => {
    const there = present[path]
    if (!there) return wanted[path].optional === true
    return there.version === wanted[path].version && isThere(path)
  })
  return complete && Object.keys(present).every((path) => path in wanted)
}
