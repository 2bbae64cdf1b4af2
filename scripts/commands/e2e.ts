// npm run e2e [-- PATTERN …]: builds the app and runs the tests that drive it, or those whose file
// names contain a pattern. It drives the unpackaged app; --packaged packages it first, as npm test
// does. Other options go to Playwright.
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { mountDisks } from '../bare-machine/disks'
import { closeSession, openSession, runInSession } from '../bare-machine/session'
import { openStranger } from '../bare-machine/stranger'
import { prepare } from '../setup/prepare'
import { packagedEnv, playwright } from '../test/end-to-end'

const results = resolve(import.meta.dirname, '..', '..', 'test-results')

export async function command(args: string[]): Promise<number> {
  const prepared = await prepare({ session: true })
  await rm(results, { recursive: true, force: true })
  const env = args.includes('--packaged') ? await packagedEnv(prepared) : {}
  const session = await openSession(prepared.account)
  const disks = await mountDisks(session)
  const stranger = await openStranger()
  try {
    const { code } = await runInSession(
      { session, prepared },
      playwright(prepared, ...args.filter((argument) => argument !== '--packaged')),
      { env: { ...env, ...disks.env, ...stranger?.env } },
    )
    return code ?? 1
  } finally {
    stranger?.close()
    await disks.remove()
    await closeSession(session, results)
  }
}
