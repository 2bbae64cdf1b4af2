// npm run package [-- --target dir]: packages the app for this system into release/.
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from './build.mjs'
import { ensureNatives } from './package/natives.mjs'
import { packageApp, systems } from './package/package-app.mjs'
import { cacheDir as findCache } from './setup/cache.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'
import { ensureElectron } from './setup/electron.mjs'
import { ensureModels } from './setup/models.mjs'
import { main, say, SetupError } from './setup/say.mjs'

const root = resolve(import.meta.dirname, '..')

await main(async () => {
  const { values } = parseArgs({ options: { target: { type: 'string', multiple: true } } })
  const { platform, arch } = process
  const system = systems[platform]
  if (!system) throw new SetupError(`Parley is not packaged for ${platform}.`)
  await ensureDependencies()
  await build()
  const cacheDir = await findCache()
  const models = await ensureModels({ cacheDir, log: say })
  const electron = await ensureElectron({ cacheDir })
  const targets = values.target ?? []
  // A folder is for trying on this very computer; what is handed out is for all.
  const archs = targets.length === 1 && targets[0] === 'dir' ? [arch] : system.archs
  for (const one of archs) await ensureNatives({ root, platform, arch: one, cacheDir, log: say })
  const output = await packageApp({
    ...{ root, targets, archs, electron, models },
    output: join(root, 'release'),
  })
  say(`Packaged into ${output}`)
})
