import { readFile } from 'node:fs/promises'
import { stripVTControlCharacters } from 'node:util'

/** How many lines of an error a report shows. */
const errorLines = 12

/** The results of one part of `npm test`. */
export interface Outcome {
  readonly passed: number
  readonly failed: number
  /** The names of the failed tests, each with the first lines of its error below it. */
  readonly named: readonly string[]
  /** How long each test took. */
  readonly durations: readonly Duration[]
}

export interface Duration {
  readonly name: string
  readonly ms: number
}

/** The outcome of a part that could not run: it counts as one failure. */
export function nothingRan(why: string): Outcome {
  return { passed: 0, failed: 1, named: [why], durations: [] }
}

/** The outcome of a check without tests of its own, such as lint. */
export function checkOutcome(name: string, succeeded: boolean): Outcome {
  return succeeded
    ? { passed: 1, failed: 0, named: [], durations: [] }
    : { passed: 0, failed: 1, named: [name], durations: [] }
}

export interface VitestReport {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly duration?: number | null
      readonly failureMessages?: readonly string[]
    }[]
  }[]
}

/**
 * The outcome of a vitest run from the report of its json reporter (null if it wrote none) and its
 * exit code. A file that does not load counts as one failed test, and so does a run that failed
 * without naming a test.
 */
export function vitestOutcome(report: VitestReport | null, code: number | null): Outcome {
  if (!report) return nothingRan('unit tests: no report')
  const named = report.testResults.flatMap(({ name, status, assertionResults }) => {
    if (status === 'failed' && assertionResults.length === 0) return [name]
    return assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName, failureMessages }) => withErrors(`${name} › ${fullName}`, failureMessages))
  })
  const durations = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      name: `${name} › ${fullName}`,
      ms: duration ?? 0,
    })),
  )
  return completed({ passed: report.numPassedTests, named, durations }, code)
}

export interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[]
  readonly stats: { readonly expected: number }
  readonly errors: readonly { readonly message?: string }[]
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs?: readonly {
    readonly file: string
    readonly title: string
    readonly tests: readonly {
      readonly status: string
      readonly results: readonly {
        readonly duration: number
        readonly errors?: readonly { readonly message?: string }[]
      }[]
    }[]
  }[]
}

/** The outcome of a Playwright run. An error outside the tests counts as a failed test. */
export function playwrightOutcome(report: PlaywrightReport | null, code: number | null): Outcome {
  if (!report) return nothingRan('end-to-end tests: no report')
  const specs = report.suites.flatMap(specsOf)
  const named = specs
    .filter(({ tests }) =>
      tests.some(({ status }) => status !== 'expected' && status !== 'skipped'),
    )
    .map(({ file, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap(({ errors = [] }) => errors))
      return withErrors(
        `${file} › ${title}`,
        errors.map(({ message }) => message ?? ''),
      )
    })
  const durations = specs.map(({ file, title, tests }) => ({
    name: `${file} › ${title}`,
    ms: tests
      .flatMap(({ results }) => results)
      .reduce((total, { duration }) => total + duration, 0),
  }))
  const outside = report.errors.map(({ message }) => String(message))
  return completed(
    { passed: report.stats.expected, named: [...named, ...outside], durations },
    code,
  )
}

function specsOf({
  specs = [],
  suites = [],
}: PlaywrightSuite): readonly NonNullable<PlaywrightSuite['specs']>[number][] {
  return [...specs, ...suites.flatMap(specsOf)]
}

export interface Figure {
  readonly figure: string
  readonly holds: boolean
}

/** The outcome of the fault suite, which reports a figure for each case. */
export function faultOutcome(figures: readonly Figure[] | null, code: number | null): Outcome {
  if (!figures) return nothingRan('faults: no report')
  const named = figures.filter(({ holds }) => !holds).map(({ figure }) => figure)
  return completed({ passed: figures.length - named.length, named, durations: [] }, code)
}

/** A name with the first lines of each error below it, so that a log explains the failure. */
function withErrors(name: string, errors: readonly string[] = []): string {
  const lines = errors.flatMap((error) =>
    stripVTControlCharacters(error)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(0, errorLines),
  )
  return [name, ...lines.map((line) => `      ${line}`)].join('\n')
}

function completed(outcome: Omit<Outcome, 'failed'>, code: number | null): Outcome {
  const failedSilently = outcome.named.length === 0 && (code !== 0 || outcome.passed === 0)
  const named = failedSilently ? [`ended with the code ${String(code)}`] : outcome.named
  return { ...outcome, failed: named.length, named }
}

/** All outcomes as one. */
export function joined(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
    named: outcomes.flatMap(({ named }) => named),
    durations: outcomes.flatMap(({ durations }) => durations),
  }
}

/** The `count` slowest tests, the slowest first. */
export function slowest({ durations }: Outcome, count: number): readonly Duration[] {
  return durations.toSorted((a, b) => b.ms - a.ms).slice(0, count)
}

/** The JSON in a file, or null if the tool ended without writing it. */
export async function readReport<T>(file: string): Promise<T | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as T)
}
