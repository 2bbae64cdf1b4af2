import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { say } from '../setup/log.mjs'
import { run } from '../setup/run-command.mjs'
import { readReport, vitestOutcome, type Outcome, type VitestReport } from './outcomes'

const project = resolve(import.meta.dirname, '..', '..')

/** Runs the unit tests with vitest. They need no Electron. */
export async function unitTests(): Promise<Outcome> {
  say('\nUnit tests …')
  const folder = await mkdtemp(join(tmpdir(), 'parley-unit-'))
  const file = join(folder, 'report.json')
  try {
    const { code } = await run(
      process.execPath,
      [
        ...[join(project, 'node_modules', 'vitest', 'vitest.mjs'), 'run'],
        ...['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`],
      ],
      { cwd: project, show: true },
    )
    return vitestOutcome(shortPaths(await readReport<VitestReport>(file)), code)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function shortPaths(report: VitestReport | null): VitestReport | null {
  return (
    report && {
      ...report,
      testResults: report.testResults.map((result) => ({
        ...result,
        name: relative(project, result.name),
      })),
    }
  )
}
