// node scripts/session.mjs [--build] -- COMMAND …: runs a command where the app can run.
import { join, resolve } from 'node:path'
import { prepare } from './setup/index.mjs'
import { main, SetupError } from './setup/say.mjs'
import { closeSession, openSession, runInSession } from './setup/session.mjs'

const project = resolve(import.meta.dirname, '..')

await main(async () => {
  const { build, command } = read(process.argv.slice(2))
  const prepared = await prepare({ session: true, build: build ? 'always' : 'once' })
  const session = await openSession(prepared.account)
  try {
    const { code } = await runInSession(session, prepared, command)
    return code ?? 1
  } finally {
    await closeSession(session, join(project, 'test-results'))
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
