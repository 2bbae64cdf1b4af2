import { join, resolve } from 'node:path'
import { run } from '../setup/run.mjs'
import { say } from '../setup/say.mjs'

const project = resolve(import.meta.dirname, '..', '..')
const modules = join(project, 'node_modules')

/** tsc over everything: one check, passed or failed. */
export async function typeCheck() {
  say('\nType check …')
  return tally('type check', [await tool('typescript/bin/tsc', '--noEmit')])
}

/** eslint and prettier over everything: one check together. */
export async function lint() {
  say('\nLint …')
  const eslint = await tool('eslint/bin/eslint.js', '.')
  const prettier = await tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')
  return tally('lint', [eslint, prettier])
}

async function tool(file, ...args) {
  const { code } = await run(process.execPath, [join(modules, file), ...args], {
    cwd: project,
    show: true,
  })
  return code === 0
}

function tally(name, outcomes) {
  if (!outcomes.every(Boolean)) return { passed: 0, failed: 1, named: [name] }
  say('passed')
  return { passed: 1, failed: 0, named: [] }
}
