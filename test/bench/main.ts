import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureCosts } from './costs'
import { measureCut } from './cut'
import { measureEngine } from './engine'
import { measureWords } from './engine-words'
import { measureExports } from './exports'
import type { Measure } from './bench'
import { compareFigures, comparisonTable } from './comparison'
import { fromLines, table, toLines, type Figure } from './figures'
import { measureGrowth } from './growth'
import { measureImport } from './import'
import { measurePainting } from './painting'
import { measurePeers } from './peers/measure'
import { measureRecord } from './record'
import { measureRecording } from './recording'
import { measureReview } from './review'
import { measureArchive, measureSearch } from './search'
import { measureSize } from './size'
import { measureStart } from './start'

/** What can be measured, by name. */
const measures: Readonly<Record<string, Measure>> = {
  size: measureSize,
  start: measureStart,
  search: measureSearch,
  archive: measureArchive,
  record: measureRecord,
  recording: measureRecording,
  painting: measurePainting,
  cut: measureCut,
  peers: measurePeers,
  costs: measureCosts,
  engine: measureEngine,
  words: measureWords,
  import: measureImport,
  exports: measureExports,
  review: measureReview,
  growth: measureGrowth,
}

/** Without --runs; the medians count. */
const usualRuns = 5

/** Prints each figure as a line, and adds it to the file. */
function write(figures: readonly Figure[], file: string | undefined): void {
  process.stdout.write(toLines(figures))
  if (file !== undefined) appendFileSync(file, toLines(figures))
}

/**
 * Measures everything, or what is named. Returns 1 if a figure misses its target; with an earlier
 * run to compare with, 1 if a figure is worse than there.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      json: { type: 'string' },
      compare: { type: 'string' },
      trace: { type: 'string' },
      speech: { type: 'string' },
      runs: { type: 'string', default: String(usualRuns) },
    },
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
  const earlier =
    values.compare === undefined ? null : fromLines(readFileSync(values.compare, 'utf8'))
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const bench = {
    folder,
    runs: Number(values.runs),
    traces: values.trace ?? null,
    speech: values.speech ?? null,
  }
  try {
    const figures: Figure[] = []
    const failed: string[] = []
    for (const name of names) {
      try {
        const measured = (await measures[name]?.(bench)) ?? []
        write(measured, values.json)
        figures.push(...measured)
      } catch (cause) {
        // The other parts take an hour, and are measured all the same.
        console.error(`${name} could not be measured:`, cause)
        failed.push(name)
      }
    }
    if (figures.length > 0) console.log(`\n${table(figures)}`)
    if (failed.length > 0) {
      console.log(`\nNot measured: ${failed.join(', ')}`)
      return 1
    }
    if (earlier === null) return figures.every(({ holds }) => holds) ? 0 : 1
    const compared = compareFigures(earlier, figures)
    console.log(`\n${comparisonTable(compared)}`)
    return compared.every(({ holds }) => holds) ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

process.exitCode = await main()
