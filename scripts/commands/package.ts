// npm run package [-- --target dir]: packages the app for this system into release/.
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from '../build'
import { ensureNatives } from '../package/natives'
import { packageApp, systemOf } from '../package/package-app'
import { cacheDir as findCache } from '../setup/cache'
import { ensureElectron } from '../setup/electron'
import { say } from '../setup/log.mjs'
import { ensureModels } from '../setup/models'

const root = resolve(import.meta.dirname, '..', '..')

export async function command(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { target: { type: 'string', multiple: true } } })
  const { platform, arch } = process
  const system = systemOf(platform)
  await build()
  const cacheDir = await findCache()
  const models = await ensureModels({ cacheDir, log: say })
  const electron = await ensureElectron({ cacheDir })
  const targets = values.target ?? []
  // A folder is for this computer only; the other targets are for everybody.
  const archs = targets.length === 1 && targets[0] === 'dir' ? [arch] : system.archs
  for (const one of archs) {
    await ensureNatives({ root, platform, arch: one }, { cacheDir, log: say })
  }
  const output = await packageApp({
    ...{ root, targets, archs, electron, models },
    output: join(root, 'release'),
  })
  say(`Packaged into ${output}`)
  return 0
}
