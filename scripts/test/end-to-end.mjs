import { rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { packagedCopy } from '../package/packaged-copy.mjs'
import { prepare } from '../setup/index.mjs'
import { say } from '../setup/say.mjs'
import { closeSession, openSession, runInSession } from '../setup/session.mjs'
import { playwrightCounts } from './counts.mjs'
import { mountSmallDisk } from './small-disk.mjs'
import { readReport } from './unit.mjs'

/** The projects of Playwright's configuration, and how many tests of each run at once. */
const projects = [
  ['alone', 1],
  ['side-by-side', 2],
]

const results = resolve(import.meta.dirname, '..', '..', 'test-results')

/**
 * The tests that drive the real app, by Playwright in a session of their own: the packaged one, so
 * that what ships is what was tried.
 */
export async function endToEnd() {
  say('\nEnd-to-end tests …')
  const prepared = await prepare({ session: true })
  await rm(results, { recursive: true, force: true })
  const packaged = await packagedEnv(prepared)
  const session = await openSession(prepared.account)
  const disk = await mountSmallDisk(session)
  try {
    let [passed, failed] = [0, 0]
    const named = []
    for (const [project, workers] of projects) {
      const report = join(session.output, `e2e-${project}.json`)
      const { code } = await runInSession(
        session,
        prepared,
        [
          ...[prepared.node, join('node_modules', '@playwright', 'test', 'cli.js'), 'test'],
          ...['-c', join('test', 'e2e', 'playwright.config.ts'), '--reporter=list,json'],
          // A test that needs a second try is named at the end.
          ...[`--project=${project}`, `--workers=${workers}`, '--retries=1'],
        ],
        { env: { ...packaged, ...disk?.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
      )
      const counts = playwrightCounts(await readReport(report), code)
      passed += counts.passed
      failed += counts.failed
      named.push(...counts.named)
    }
    if (failed > 0) say(`What the failed tests left is in ${results}`)
    return { passed, failed, named }
  } finally {
    await disk?.remove()
    await closeSession(session, results)
  }
}

/** What a session is told so that it starts the packaged app. */
export async function packagedEnv(prepared) {
  const { shipped, executable } = await packagedCopy(prepared, join(prepared.project, 'release'))
  return {
    PARLEY_ELECTRON: executable,
    PARLEY_APP: '',
    PARLEY_PACKAGED: shipped,
    PARLEY_BARE_ELECTRON: dirname(prepared.electron.executable),
  }
}
