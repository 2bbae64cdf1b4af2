import { join, resolve } from 'node:path'
import { prepare } from '../setup/index.mjs'
import { say } from '../setup/say.mjs'
import { closeSession, openSession, runInSession } from '../setup/session.mjs'
import { faultCounts } from './counts.mjs'
import { mountSmallDisk } from './small-disk.mjs'
import { readReport } from './unit.mjs'

const results = resolve(import.meta.dirname, '..', '..', 'test-results')

/**
 * Runs the fault suite in a session of its own, with these arguments of test/faults/main.ts; what
 * failed cases leave is in test-results/. `take` is given the file with the figures, in which there
 * are none where the suite broke off. Answers the exit code.
 */
export async function runFaults(args, take) {
  const prepared = await prepare({ session: true })
  const session = await openSession(prepared.account)
  const disk = await mountSmallDisk(session)
  try {
    // The account may not write where the caller wants the figures.
    const figures = join(session.folder, 'tmp', 'faults.json')
    const { code } = await runInSession(
      session,
      prepared,
      [
        ...[prepared.node, join('node_modules', 'tsx', 'dist', 'cli.mjs')],
        ...[join('test', 'faults', 'main.ts'), '--json', figures, ...args],
      ],
      { env: { ...disk?.env } },
    )
    await take?.(figures)
    return code ?? 1
  } finally {
    await disk?.remove()
    await closeSession(session, results)
  }
}

/** The shorter choice of the suite, as a part of npm test. */
export async function shortFaults() {
  say('\nFaults …')
  let figures = null
  const code = await runFaults(['--short'], async (file) => {
    figures = await readReport(file)
  })
  return faultCounts(figures, code)
}
