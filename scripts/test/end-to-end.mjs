import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { prepare } from '../setup/index.mjs'
import { say } from '../setup/say.mjs'
import { closeSession, openSession, runInSession } from '../setup/session.mjs'
import { playwrightCounts } from './counts.mjs'
import { readReport } from './unit.mjs'

const results = resolve(import.meta.dirname, '..', '..', 'test-results')

/** The tests that drive the real app, by Playwright in a session of their own. */
export async function endToEnd() {
  say('\nEnd-to-end tests …')
  const prepared = await prepare({ session: true })
  await rm(results, { recursive: true, force: true })
  const session = await openSession(prepared.account)
  try {
    const report = join(session.output, 'e2e.json')
    const { code } = await runInSession(
      session,
      prepared,
      [
        ...[prepared.node, join('node_modules', '@playwright', 'test', 'cli.js'), 'test'],
        ...['-c', join('test', 'e2e', 'playwright.config.ts'), '--reporter=list,json'],
      ],
      { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
    )
    const counts = playwrightCounts(await readReport(report), code)
    if (counts.failed > 0) say(`What the failed tests left is in ${results}`)
    return counts
  } finally {
    await closeSession(session, results)
  }
}
