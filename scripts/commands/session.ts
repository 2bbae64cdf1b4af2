// npm run session [-- --build] [--packaged] -- COMMAND …: runs a command where the app can run. The
// files that the command writes to the folder PARLEY_OUTPUT are copied to test-results/.
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { mountDisks } from '../bare-machine/disks'
import { closeSession, openSession, runInSession } from '../bare-machine/session'
import { SetupError } from '../setup/log.mjs'
import { prepare } from '../setup/prepare'
import { packagedEnv } from '../test/end-to-end'

const results = resolve(import.meta.dirname, '..', '..', 'test-results')

export async function command(args: string[]): Promise<number> {
  const { build, packaged, commandLine } = read(args)
  const prepared = await prepare({ session: true, build: build ? 'always' : 'once' })
  await rm(results, { recursive: true, force: true })
  const env = packaged ? await packagedEnv(prepared) : {}
  const session = await openSession(prepared.account)
  const disks = await mountDisks(session)
  try {
    const { code } = await runInSession({ session, prepared }, commandLine, {
      env: { ...env, ...disks.env },
    })
    return code ?? 1
  } finally {
    await disks.remove()
    await closeSession(session, results)
  }
}

function read(args: readonly string[]) {
  const mark = args.indexOf('--')
  const commandLine = mark < 0 ? [] : args.slice(mark + 1)
  if (commandLine.length === 0) {
    throw new SetupError(
      'Usage: npm run session -- [--build] [--packaged] -- COMMAND [ARGUMENTS …]',
    )
  }
  const options = args.slice(0, mark)
  return {
    build: options.includes('--build'),
    packaged: options.includes('--packaged'),
    commandLine,
  }
}
