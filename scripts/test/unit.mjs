import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { run } from '../setup/run.mjs'
import { say } from '../setup/say.mjs'
import { vitestCounts } from './counts.mjs'

const project = resolve(import.meta.dirname, '..', '..')

/** The unit tests, by vitest; they need no Electron. */
export async function unitTests() {
  say('\nUnit tests …')
  const folder = await mkdtemp(join(tmpdir(), 'parley-unit-'))
  const file = join(folder, 'report.json')
  try {
    const { code } = await run(
      process.execPath,
      [
        ...[join(project, 'node_modules', 'vitest', 'vitest.mjs'), 'run'],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      ],
      { cwd: project, show: true },
    )
    return vitestCounts(await readReport(file), code)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The report of a run, or null where the tool ended without one. */
export async function readReport(file) {
  const text = await readFile(file, 'utf8').catch(() => null)
  return text === null ? null : JSON.parse(text)
}
