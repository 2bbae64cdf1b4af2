// node scripts/session.mjs [--build] -- COMMAND …: runs a command where the app can run.
// What it writes to the folder PARLEY_OUTPUT is left in test-results/.
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { prepare } from './setup/index.mjs'
import { main, SetupError } from './setup/say.mjs'
import { closeSession, openSession, runInSession } from './setup/session.mjs'

const results = resolve(import.meta.dirname, '..', 'test-results')

await main(async () => {
  const { build, command } = read(process.argv.slice(2))
  const prepared = await prepare({ session: true, build: build ? 'always' : 'once' })
  await rm(results, { recursive: true, force: true })
  const session = await openSession(prepared.account)
  try {
    const { code } = await runInSession(session, prepared, command)
    return code ?? 1
  } finally {
    await closeSession(session, results)
  }
})

function read(args) {
  const mark = args.indexOf('--')
  const command = mark < 0 ? [] : args.slice(mark + 1)
  if (command.length === 0) {
    throw new SetupError('Use: node scripts/session.mjs [--build] -- COMMAND [ARGUMENTS …]')
  }
  return { build: args.slice(0, mark).includes('--build'), command }
}
