import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { ownSandbox } from '../setup/electron'
import { SetupError } from '../setup/log.mjs'
import type { Prepared } from '../setup/prepare'
import { run } from '../setup/run-command.mjs'
import { packageApp } from './package-app'

/** The folder into which electron-builder puts an unpacked app, and the executable in it. */
function unpackedApp(platform: NodeJS.Platform, arch: string) {
  const suffix = arch === 'x64' ? '' : `-${arch}`
  if (platform === 'darwin') {
    return { folder: `mac${suffix}`, executable: join('Parley.app', 'Contents', 'MacOS', 'Parley') }
  }
  if (platform === 'win32') return { folder: `win${suffix}-unpacked`, executable: 'Parley.exe' }
  return { folder: `linux${suffix}-unpacked`, executable: 'parley' }
}

/**
 * Packages the app into a folder, and makes a copy for the tests in which the fuse that lets
 * Playwright attach is on and the switches of the tests are accepted. Returns the folder of the package as it ships, and the executable of the
 * copy.
 */
export async function packagedCopy(
  prepared: Prepared,
  folder: string,
): Promise<{ readonly shipped: string; readonly executable: string }> {
  const { platform, arch } = process
  const { project: root, electron, models } = prepared
  const output = await packageApp({
    ...{ root, electron, models, targets: ['dir'], archs: [arch] },
    output: join(folder, 'packaged'),
  })
  const app = unpackedApp(platform, arch)
  const shipped = join(output, app.folder)
  const driven = join(folder, 'driven')
  await rm(driven, { recursive: true, force: true })
  await cp(shipped, driven, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
  const executable = join(driven, app.executable)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  const resources =
    platform === 'darwin' ? join('Parley.app', 'Contents', 'Resources') : 'resources'
  // main/app/launch.ts accepts the switches of the tests in a package with this file only.
  await writeFile(join(driven, resources, 'test-build'), '')
  // A package has this file only if it has an update address; the tests bring their own address.
  await cp(join(root, 'dev-app-update.yml'), join(driven, resources, 'app-update.yml'))
  if (platform === 'darwin') await signAgain(join(driven, 'Parley.app'))
  if (platform === 'linux') for (const each of [shipped, driven]) await ownSandbox(each)
  return { shipped, executable }
}

/** macOS does not start an app whose signature a flipped fuse has broken. */
async function signAgain(app: string): Promise<void> {
  const { code, output } = await run('codesign', ['--force', '--deep', '--sign', '-', app])
  if (code !== 0) throw new SetupError(`The app could not be signed again.\n${output.trim()}`)
}
