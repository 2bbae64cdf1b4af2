import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { faultCases } from './cases'
import { runCase, type FaultCase, type Outcome } from './driver'
import { closingTable, figureOf, line } from './report'

/** How many apps run at a time: each takes less than half of a core. */
const atOnce = 2

/** Runs the cases that were asked for; 1 where one of them failed. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      short: { type: 'boolean', default: false },
      seed: { type: 'string' },
    },
  })
  const unknown = positionals.filter((name) => !faultCases.some((fault) => fault.name === name))
  if (unknown.length > 0) {
    const names = faultCases.map(({ name }) => name).join(', ')
    console.error(`There is no case ${unknown.join(', ')}. There are: ${names}`)
    return 2
  }
  const chosen = faultCases.filter(({ name, short }) =>
    positionals.length > 0 ? positionals.includes(name) : !values.short || short,
  )
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
  console.log(`${chosen.length} cases, seed ${seed}`)
  const outcomes = await runAll(chosen, seed)
  console.log(`\n${closingTable(outcomes)}`)
  if (values.json) {
    writeFileSync(values.json, `${JSON.stringify(outcomes.map(figureOf), null, 2)}\n`)
  }
  return outcomes.every(({ failures }) => failures.length === 0) ? 0 : 1
}

/** The longest first, each printed as it ends; answers in the order of the list. */
async function runAll(chosen: readonly FaultCase[], seed: number): Promise<Outcome[]> {
  const waiting = [...chosen].sort((a, b) => b.seconds - a.seconds)
  const done = new Map<string, Outcome>()
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const outcome = await runCase(next, seed)
      done.set(next.name, outcome)
      console.log(line(outcome))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return chosen.flatMap(({ name }) => done.get(name) ?? [])
}

process.exitCode = await main()
