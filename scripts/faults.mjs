// npm run faults [-- NAME …] [--json FILE] [--seed NUMBER]: does to the app what goes wrong in the
// field, case by case, and counts the words.
import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { main } from './setup/say.mjs'
import { runFaults } from './test/faults.mjs'

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      seed: { type: 'string' },
      short: { type: 'boolean', default: false },
    },
  })
  const args = [
    ...positionals,
    ...(values.short ? ['--short'] : []),
    ...(values.seed ? ['--seed', values.seed] : []),
  ]
  return runFaults(args, async (figures) => {
    if (!values.json) return
    const target = resolve(values.json)
    await mkdir(dirname(target), { recursive: true })
    await copyFile(figures, target)
  })
})
