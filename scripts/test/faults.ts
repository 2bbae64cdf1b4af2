import { join, resolve } from 'node:path'
import { mountDisks } from '../bare-machine/disks'
import { closeSession, openSession, runInSession } from '../bare-machine/session'
import { say } from '../setup/log.mjs'
import type { Prepared } from '../setup/prepare'
import { isLong } from './long-form'
import { faultOutcome, readReport, type Figure, type Outcome } from './outcomes'

const results = resolve(import.meta.dirname, '..', '..', 'test-results')

/**
 * Runs the fault suite in a session, with these arguments of test/faults/main.ts. Failed cases leave
 * their files in test-results/. `take` receives the path of the results, which is missing if the
 * suite broke off. Returns the exit code.
 */
export async function runFaults(
  prepared: Prepared,
  args: readonly string[],
  take: (figuresFile: string) => Promise<void>,
): Promise<number> {
  const session = await openSession(prepared.account)
  const disks = await mountDisks(session)
  try {
    // The account may be unable to write where the caller wants the results.
    const figures = join(session.folder, 'tmp', 'faults.json')
    const { code } = await runInSession(
      { session, prepared },
      [
        ...[prepared.node, join('node_modules', 'tsx', 'dist', 'cli.mjs')],
        ...[join('test', 'faults', 'main.ts'), '--json', figures, ...args],
      ],
      { env: { ...disks.env } },
    )
    await take(figures)
    return code ?? 1
  } finally {
    await disks.remove()
    await closeSession(session, results)
  }
}

/** The suite as a part of npm test: its short form, and all of it in the long form. */
export async function faults(prepared: Prepared): Promise<Outcome> {
  say('\nFaults …')
  let figures: Figure[] | null = null
  const code = await runFaults(prepared, isLong ? [] : ['--short'], async (file) => {
    figures = await readReport<Figure[]>(file)
  })
  return faultOutcome(figures, code)
}
