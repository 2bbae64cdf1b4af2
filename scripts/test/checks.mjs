import { join, resolve } from 'node:path'
import { run } from '../setup/run.mjs'
import { say } from '../setup/say.mjs'

const project = resolve(import.meta.dirname, '..', '..')
const modules = join(project, 'node_modules')

/** tsc over everything: one check, passed or failed. */
export async function typeCheck() {
  say('\nType check …')
  return tally([await tool('typescript/bin/tsc', '--noEmit')])
}

/** eslint and prettier over everything: one check together. */
export async function lint() {
  say('\nLint …')
  const eslint = await tool('eslint/bin/eslint.js', '.')
  const prettier = await tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')
  return tally([eslint, prettier])
}

async function tool(file, ...args) {
  const { code } = await run(process.execPath, [join(modules, file), ...args], {
    cwd: project,
    show: true,
  })
  return code === 0
}

function tally(outcomes) {
  const good = outcomes.every(Boolean)
  if (good) say('passed')
  return good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}
