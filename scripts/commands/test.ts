// npm test: sets everything up, then runs the static checks, the unit tests, the tests that drive
// the packaged app and a part of the faults. It tries no test twice. With PARLEY_LONG=1 it also runs
// the end-to-end tests that take long and all faults, and the tests with many cases do more of them.
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { say } from '../setup/log.mjs'
import { prepare } from '../setup/prepare'
import { staticChecks } from '../test/checks'
import { endToEnd, packagedEnv } from '../test/end-to-end'
import { faults } from '../test/faults'
import { joined, nothingRan, slowest, type Outcome } from '../test/outcomes'
import { unitTests } from '../test/unit'

const results = resolve(import.meta.dirname, '..', '..', 'test-results')

export async function command(): Promise<number> {
  const started = performance.now()
  await rm(results, { recursive: true, force: true })
  const outcomes: Outcome[] = []
  const attempt = async (part: () => Promise<Outcome>): Promise<void> => {
    outcomes.push(await part().catch((error: unknown) => nothingRan(String(error))))
  }
  const parts: Part[] = []
  const timed = async <T>(name: string, part: () => Promise<T>): Promise<T> => {
    const begun = performance.now()
    const value = await part()
    parts.push({ name, ms: performance.now() - begun })
    return value
  }

  // Tests measure time and hear sound in real time, so only the set-up, which downloads and unpacks,
  // runs beside the checks.
  const [prepared] = await timed('set-up and static checks', () =>
    Promise.all([prepare({ session: true }), attempt(staticChecks)]),
  )
  const packaging = packagedEnv(prepared)
  await timed('unit tests and packaging', () =>
    Promise.all([attempt(unitTests), packaging.catch(() => undefined)]),
  )
  await timed('end-to-end tests', () => attempt(async () => endToEnd(prepared, await packaging)))
  await timed('faults', () => attempt(() => faults(prepared)))
  return report(joined(outcomes), parts, performance.now() - started)
}

/** A part of the run, which other parts wait for. */
interface Part {
  readonly name: string
  readonly ms: number
}

const seconds = (ms: number) => (ms / 1000).toFixed(1).padStart(6)

function report(outcome: Outcome, parts: readonly Part[], ms: number): number {
  const { passed, failed, named } = outcome
  say('\nHow long it took:')
  for (const { name, ms: taken } of parts) say(`${seconds(taken)} s  ${name}`)
  say('\nThe slowest tests:')
  for (const { name, ms: taken } of slowest(outcome, 10)) {
    say(`${seconds(taken)} s  ${name}`)
  }
  if (named.length > 0) say(`\nFailed:\n${named.map((name) => `  ${name}`).join('\n')}`)
  say(`\n${passed} passed, ${failed} failed in ${(ms / 60_000).toFixed(1)} min`)
  return failed === 0 ? 0 : 1
}
