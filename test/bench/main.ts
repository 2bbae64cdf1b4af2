import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureExports } from './exports'
import { table } from './figures'
import { measureRecording } from './recording'
import { measureReview } from './review'
import { measureSearch } from './search'
import { measureStart } from './start'

/** Measures the app in a session; 1 where a figure misses its target. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { json: { type: 'string' } } })
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  try {
    const figures = [
      ...(await measureStart(folder)),
      ...(await measureSearch()),
      ...(await measureRecording(folder)),
      ...(await measureExports(folder)),
      ...(await measureReview(folder)),
    ]
    console.log(table(figures))
    if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
    return figures.every(({ holds }) => holds) ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

process.exitCode = await main()
