import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureExports } from './exports'
import { table, type Figure } from './figures'
import { measureRecording } from './recording'
import { measureReview } from './review'
import { measureSearch } from './search'
import { measureStart } from './start'

/** What can be measured, each by its name. */
const measures: Readonly<Record<string, (folder: string) => Promise<Figure[]>>> = {
  start: measureStart,
  search: measureSearch,
  recording: measureRecording,
  exports: measureExports,
  review: measureReview,
}

/** Measures the app in a session, all or what is named; 1 where a figure misses its target. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'string' } },
    allowPositionals: true,
  })
  const names = positionals.length > 0 ? positionals : Object.keys(measures)
  const unknown = names.find((name) => measures[name] === undefined)
  if (unknown !== undefined) {
    console.error(
      `Nothing is measured by the name "${unknown}": ${Object.keys(measures).join(', ')}`,
    )
    return 1
  }
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  try {
    const figures: Figure[] = []
    for (const name of names) figures.push(...((await measures[name]?.(folder)) ?? []))
    console.log(table(figures))
    if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
    return figures.every(({ holds }) => holds) ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

process.exitCode = await main()
