import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { refusedSwitch } from './chromium-switches'

/** The argument of this process that is refused, or null. */
export function refusedHere(): string | null {
  const { argv, platform } = process
  const isAppImage = process.env['APPIMAGE'] !== undefined
  return isTestBuild() ? null : refusedSwitch(argv, { platform, isAppImage })
}

/**
 * Whether this copy takes the switches that only tests need: a run from the sources, or a package
 * that the tests have marked with a file. No release has that file.
 */
export function isTestBuild(): boolean {
  return !app.isPackaged || existsSync(join(process.resourcesPath, 'test-build'))
}
