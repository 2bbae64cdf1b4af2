import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { faultCases } from './cases'
import { runCorruptions } from './corruptions'
import { runCase, type FaultCase, type Outcome } from './driver'
import { closingTable, figureOf, line } from './report'

/** How many apps run at the same time: each needs about a third of a core. */
const atOnce = 3
/** The name under which the damaged databases are chosen. */
const damages = 'damaged-databases'

/** Runs the requested cases. Returns 1 if one failed. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      short: { type: 'boolean', default: false },
      seed: { type: 'string' },
    },
  })
  const known = [...faultCases.map(({ name }) => name), damages]
  const unknown = positionals.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    console.error(`There is no case ${unknown.join(', ')}. There are: ${known.join(', ')}`)
    return 2
  }
  const chosen = faultCases.filter(({ name, short }) =>
    positionals.length > 0 ? positionals.includes(name) : !values.short || short,
  )
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
  console.log(`${chosen.length} cases, seed ${seed}`)
  const outcomes = await runAll(chosen, seed)
  console.log(`\n${closingTable(outcomes)}`)
  const isWhole = positionals.length === 0 && !values.short
  const damaged = isWhole || positionals.includes(damages) ? await runDamages() : true
  if (values.json) {
    writeFileSync(values.json, `${JSON.stringify(outcomes.map(figureOf), null, 2)}\n`)
  }
  return damaged && outcomes.every(({ failures }) => failures.length === 0) ? 0 : 1
}

/** Damages the database in 300 ways; prints the cases that failed and returns whether none did. */
async function runDamages(): Promise<boolean> {
  const seeds = Array.from({ length: 300 }, (_, index) => index + 1)
  const outcomes = await runCorruptions(seeds, ({ seed, kind, failures }) => {
    for (const failure of failures) console.log(`damage ${seed}, ${kind}: ${failure}`)
  })
  const failed = outcomes.filter(({ failures }) => failures.length > 0).length
  console.log(`\n${outcomes.length} damaged databases, ${failed} failed`)
  return failed === 0
}

/** Runs the longest first and prints each as it ends. Returns the outcomes in the order of the list. */
async function runAll(chosen: readonly FaultCase[], seed: number): Promise<Outcome[]> {
  const waiting = [...chosen].sort((a, b) => b.seconds - a.seconds)
  const done = new Map<string, Outcome>()
  let isDiskInUse = false
  /** There is one small disk: what fills it would fill it for another case, too. */
  const take = (): FaultCase | undefined => {
    const index = waiting.findIndex(({ smallDisk }) => !smallDisk || !isDiskInUse)
    return index < 0 ? undefined : waiting.splice(index, 1)[0]
  }
  const lane = async (): Promise<void> => {
    for (let next = take(); next !== undefined; next = take()) {
      if (next.smallDisk) isDiskInUse = true
      const outcome = await runCase(next, seed)
      if (next.smallDisk) isDiskInUse = false
      done.set(next.name, outcome)
      console.log(line(outcome))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return chosen.flatMap(({ name }) => done.get(name) ?? [])
}

process.exitCode = await main()
