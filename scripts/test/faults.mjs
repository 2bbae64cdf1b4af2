import { join } from 'node:path'
import { prepare } from '../setup/index.mjs'
import { closeSession, openSession, runInSession } from '../setup/session.mjs'
import { mountSmallDisk } from './small-disk.mjs'

/**
 * Runs the fault suite in a session of its own, with these arguments of test/faults/main.ts.
 * `json`: where the account may write it, the figures are handed to `take` as they are read.
 * Answers the exit code.
 */
export async function runFaults(args, { results = null, withFigures } = {}) {
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
      { env: disk ? { PARLEY_SMALL_DISK: disk.folder } : {} },
    )
    await withFigures?.(figures)
    return code ?? 1
  } finally {
    await disk?.remove()
    await closeSession(session, results)
  }
}
