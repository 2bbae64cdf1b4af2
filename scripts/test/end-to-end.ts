import { dirname, join, resolve } from 'node:path'
import { mountDisks } from '../bare-machine/disks'
import { closeSession, openSession, runInSession } from '../bare-machine/session'
import { openStranger } from '../bare-machine/stranger'
import { packagedCopy } from '../package/packaged-copy'
import { say } from '../setup/log.mjs'
import type { Prepared } from '../setup/prepare'
import { isLong } from './long-form'
import {
  joined,
  playwrightOutcome,
  readReport,
  type Outcome,
  type PlaywrightReport,
} from './outcomes'

/** `npm test` leaves out the tests that take long, unless it runs in its long form. */
const choice = isLong ? [] : ['--grep-invert=@long']

const results = resolve(import.meta.dirname, '..', '..', 'test-results')

/** The environment in which a session starts the packaged app. */
type PackagedEnv = Readonly<Record<string, string>>

/** Two apps at once, unless a test needs the session or both processors for itself. */
const runs = [
  ['--project=alone', '--workers=1'],
  ['--project=recordings', '--project=screens', '--workers=2'],
] as const

/** Runs the tests that drive the packaged app, with Playwright in one session. */
export async function endToEnd(prepared: Prepared, packaged: PackagedEnv): Promise<Outcome> {
  say('\nEnd-to-end tests …')
  const session = await openSession(prepared.account)
  const disks = await mountDisks(session)
  const stranger = await openStranger()
  try {
    const outcomes: Outcome[] = []
    for (const [index, tests] of runs.entries()) {
      const report = join(session.output, `e2e-${index}.json`)
      const { code } = await runInSession(
        { session, prepared },
        playwright(prepared, '--reporter=list,json', ...tests, ...choice),
        {
          env: { ...packaged, ...disks.env, ...stranger?.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
        },
      )
      outcomes.push(playwrightOutcome(await readReport<PlaywrightReport>(report), code))
    }
    const outcome = joined(outcomes)
    if (outcome.failed > 0) say(`The files of the failed tests are in ${results}`)
    return outcome
  } finally {
    stranger?.close()
    await disks.remove()
    await closeSession(session, results)
  }
}

/** The command line of Playwright with these arguments, for a session. */
export function playwright(prepared: Prepared, ...args: readonly string[]): readonly string[] {
  const cli = join('node_modules', '@playwright', 'test', 'cli.js')
  return [prepared.node, cli, 'test', '-c', join('test', 'e2e', 'playwright.config.ts'), ...args]
}

/** Packages the app, and returns the environment in which a session starts it. */
export async function packagedEnv(prepared: Prepared): Promise<PackagedEnv> {
  const { shipped, executable } = await packagedCopy(prepared, join(prepared.project, 'release'))
  return {
    PARLEY_ELECTRON: executable,
    PARLEY_APP: '',
    PARLEY_PACKAGED: shipped,
    PARLEY_BARE_ELECTRON: dirname(prepared.electron.executable),
  }
}
