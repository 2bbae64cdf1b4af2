// npm run faults [-- NAME …] [--json FILE] [--seed NUMBER] [--short]: causes the faults that happen
// in the field, case by case, and counts the words.
import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { prepare } from '../setup/prepare'
import { runFaults } from '../test/faults'

export async function command(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      seed: { type: 'string' },
      short: { type: 'boolean', default: false },
    },
  })
  const given = [
    ...positionals,
    ...(values.short ? ['--short'] : []),
    ...(values.seed ? ['--seed', values.seed] : []),
  ]
  return runFaults(await prepare({ session: true }), given, async (figures) => {
    if (!values.json) return
    const target = resolve(values.json)
    await mkdir(dirname(target), { recursive: true })
    await copyFile(figures, target)
  })
}
