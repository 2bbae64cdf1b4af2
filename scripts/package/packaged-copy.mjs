import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ownSandbox } from '../setup/electron.mjs'
import { packageApp } from './package-app.mjs'

/**
 * Packages the app of a prepared project into a folder and makes the copy that tests drive: in it
 * alone the fuse that lets Playwright attach is on. Answers { shipped, driven }, two folders.
 */
export async function packagedCopy(prepared, folder) {
  const { project: root, electron, models } = prepared
  const output = await packageApp({
    ...{ root, electron, models, targets: ['dir'], archs: [process.arch] },
    output: join(folder, 'packaged'),
  })
  const shipped = join(output, 'linux-unpacked')
  const driven = join(folder, 'driven')
  await rm(driven, { recursive: true, force: true })
  await cp(shipped, driven, { recursive: true, preserveTimestamps: true })
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flipFuses(join(driven, 'parley'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  for (const each of [shipped, driven]) await ownSandbox(each)
  return { shipped, driven }
}
