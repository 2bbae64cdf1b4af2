import { join, resolve } from 'node:path'
import { say } from '../setup/log.mjs'
import { run } from '../setup/run-command.mjs'
import { checkOutcome, joined, type Outcome } from './outcomes'

const project = resolve(import.meta.dirname, '..', '..')
const modules = join(project, 'node_modules')

/** The folders of the product. */
const sources = ['common', 'main', 'preload', 'renderer', 'scripts']

interface Check {
  readonly name: string
  /** The program in node_modules, and its arguments. */
  readonly command: readonly string[]
}

const checks: readonly Check[] = [
  { name: 'type check', command: ['typescript-7/bin/tsc', '-b'] },
  { name: 'lint', command: ['oxlint/bin/oxlint', '--config=oxlint.config.mjs'] },
  { name: 'format', command: ['oxfmt/bin/oxfmt', '--check'] },
  {
    name: 'import rules',
    command: [
      'dependency-cruiser/bin/dependency-cruise.mjs',
      ...['--config', '.dependency-cruiser.mjs', ...sources],
    ],
  },
  { name: 'unused code', command: ['knip/bin/knip.js', '--no-progress'] },
]

/** Runs the checks that do not run the app. Their output is printed only if one fails. */
export async function staticChecks(): Promise<Outcome> {
  return joined(await Promise.all(checks.map(check)))
}

async function check({ name, command: [program = '', ...args] }: Check): Promise<Outcome> {
  const { code, output } = await run(process.execPath, [join(modules, program), ...args], {
    cwd: project,
    keep: 20_000,
  })
  say(code === 0 ? `The ${name} passed.` : `The ${name} failed:\n${output.trim()}`)
  return checkOutcome(name, code === 0)
}
