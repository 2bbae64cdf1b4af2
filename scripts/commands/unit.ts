// npm run unit [-- PATTERN …]: runs the unit tests, or those whose file names contain a pattern. With
// --long, the tests with random or many cases do more of them. Other options go to vitest.
import { join, resolve } from 'node:path'
import { run } from '../setup/run-command.mjs'

const project = resolve(import.meta.dirname, '..', '..')

export async function command(args: string[]): Promise<number> {
  const vitest = join(project, 'node_modules', 'vitest', 'vitest.mjs')
  const { code } = await run(
    process.execPath,
    [vitest, 'run', ...args.filter((argument) => argument !== '--long')],
    {
      cwd: project,
      env: { ...process.env, ...(args.includes('--long') && { PARLEY_LONG: '1' }) },
      show: true,
    },
  )
  return code ?? 1
}
