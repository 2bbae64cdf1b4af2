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

const typeCheck: Check = { name: 'type check', command: ['typescript-7/bin/tsc', '-b'] }

/** Two rows of checks that run side by side, one for each processor, and take about the same time. */
const rows: readonly (readonly Check[])[] = [
  [{ name: 'eslint of the product', command: ['eslint/bin/eslint.js', ...sources] }],
  [
    {
      name: 'eslint of everything else',
      command: [
        'eslint/bin/eslint.js',
        ...sources.map((folder) => `--ignore-pattern=${folder}/`),
        '.',
      ],
    },
    {
      name: 'prettier',
      command: ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
    },
    {
      name: 'import rules',
      command: [
        'dependency-cruiser/bin/dependency-cruise.mjs',
        ...['--config', '.dependency-cruiser.mjs', ...sources],
      ],
    },
    { name: 'unused code', command: ['knip/bin/knip.js', '--no-progress'] },
  ],
]

/** Runs the checks that do not run the app. Their output is printed only if one fails. */
export async function staticChecks(): Promise<Outcome> {
  // It uses all processors by itself.
  const types = await check(typeCheck)
  const others = await Promise.all(rows.map(checkAll))
  return joined([types, ...others.flat()])
}

async function checkAll(row: readonly Check[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const each of row) outcomes.push(await check(each))
  return outcomes
}

async function check({ name, command: [program = '', ...args] }: Check): Promise<Outcome> {
  const { code, output } = await run(process.execPath, [join(modules, program), ...args], {
    cwd: project,
    keep: 20_000,
  })
  say(code === 0 ? `The ${name} passed.` : `The ${name} failed:\n${output.trim()}`)
  return checkOutcome(name, code === 0)
}
