import { join, resolve } from 'node:path'
import { say } from '../setup/log.mjs'
import { run } from '../setup/run-command.mjs'
import { checkOutcome, joined, type Outcome } from './outcomes'

const project = resolve(import.meta.dirname, '..', '..')
const modules = join(project, 'node_modules')

/** Each check by its name: the program in node_modules and its arguments. */
const checks: Readonly<Record<string, readonly string[]>> = {
  'type check': ['typescript-7/bin/tsc', '-b'],
  eslint: ['eslint/bin/eslint.js', '--concurrency=2', '.'],
  prettier: ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  'import rules': [
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ...['--config', '.dependency-cruiser.mjs', 'common', 'main', 'preload', 'renderer'],
  ],
  'unused code': ['knip/bin/knip.js', '--no-progress'],
}

/**
 * Runs the checks that do not run the app, one after the other. Their output is printed only if one
 * fails.
 */
export async function staticChecks(): Promise<Outcome> {
  const outcomes: Outcome[] = []
  for (const [name, [program = '', ...args]] of Object.entries(checks)) {
    const { code, output } = await run(process.execPath, [join(modules, program), ...args], {
      cwd: project,
      keep: 20_000,
    })
    say(code === 0 ? `The ${name} passed.` : `The ${name} failed:\n${output.trim()}`)
    outcomes.push(checkOutcome(name, code === 0))
  }
  return joined(outcomes)
}
