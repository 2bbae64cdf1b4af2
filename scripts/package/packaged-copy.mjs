import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ownSandbox } from '../setup/electron.mjs'
import { run } from '../setup/run.mjs'
import { SetupError } from '../setup/say.mjs'
import { packageApp } from './package-app.mjs'

/** Where electron-builder puts an unpacked app, and the executable in it. */
export function unpackedApp(platform, arch) {
  const suffix = arch === 'x64' ? '' : `-${arch}`
  if (platform === 'darwin') {
    return { folder: `mac${suffix}`, executable: join('Parley.app', 'Contents', 'MacOS', 'Parley') }
  }
  if (platform === 'win32') return { folder: `win${suffix}-unpacked`, executable: 'Parley.exe' }
  return { folder: `linux${suffix}-unpacked`, executable: 'parley' }
}

/**
 * Packages the app of a prepared project into a folder and makes the copy that tests drive: in it
 * alone the fuse that lets Playwright attach is on. Answers { shipped, executable }: the folder of
 * the package as it ships, and what starts the copy.
 */
export async function packagedCopy(prepared, folder) {
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
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  if (platform === 'darwin') await signAgain(join(driven, 'Parley.app'))
  if (platform === 'linux') for (const each of [shipped, driven]) await ownSandbox(each)
  return { shipped, executable }
}

/** macOS starts nothing whose signature a flipped fuse has broken. */
async function signAgain(app) {
  const { code, output } = await run('codesign', ['--force', '--deep', '--sign', '-', app])
  if (code !== 0) throw new SetupError(`The app could not be signed again.\n${output.trim()}`)
}
