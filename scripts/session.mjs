// node scripts/session.mjs [--build] [--packaged] -- COMMAND …: runs a command where the app can run.
// What it writes to the folder PARLEY_OUTPUT is left in test-results/.
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { prepare } from './setup/index.mjs'
import { main, SetupError } from './setup/say.mjs'
import { closeSession, openSession, runInSession } from './setup/session.mjs'
import { packagedEnv } from './test/end-to-end.mjs'
import { mountSmallDisk } from './test/small-disk.mjs'

const results = resolve(import.meta.dirname, '..', 'test-results')

await main(async () => {
  const { build, packaged, command } = read(process.argv.slice(2))
  const prepared = await prepare({ session: true, build: build ? 'always' : 'once' })
  await rm(results, { recursive: true, force: true })
  const env = packaged ? await packagedEnv(prepared) : {}
  const session = await openSession(prepared.account)
  const disk = await mountSmallDisk(session)
  try {
    const { code } = await runInSession(session, prepared, command, {
      env: { ...env, ...disk?.env },
    })
    return code ?? 1
  } finally {
    await disk?.remove()
    await closeSession(session, results)
  }
})

function read(args) {
  const mark = args.indexOf('--')
  const command = mark < 0 ? [] : args.slice(mark + 1)
  if (command.length === 0) {
    throw new SetupError(
      'Use: node scripts/session.mjs [--build] [--packaged] -- COMMAND [ARGUMENTS …]',
    )
  }
  const options = args.slice(0, mark)
  return {
    build: options.includes('--build'),
    packaged: options.includes('--packaged'),
    command,
  }
}
