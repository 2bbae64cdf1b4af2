// node scripts/run.mjs COMMAND [ARGUMENTS …]: the first step of every npm script. It installs the
// dependencies if they are missing, then runs scripts/commands/COMMAND.ts. This file and the .mjs
// files of scripts/setup are plain JavaScript, because they run before tsx is installed.
import { checkNode, ensureDependencies } from './setup/dependencies.mjs'
import { main } from './setup/log.mjs'

const [name, ...args] = process.argv.slice(2)

await main(async () => {
  checkNode()
  await ensureDependencies()
  const { register } = await import('tsx/esm/api')
  register()
  const { command } = await import(`./commands/${name}.ts`)
  return command(args)
})
