/**
 * What came of a part of the tests: how many passed and failed, and the names of those that failed
 * or passed only when they were tried again.
 * @typedef {{ passed: number, failed: number, named: string[] }} Outcome
 */

/** A part that could not run at all has failed: nothing was shown. */
export const nothingRan = (why) => ({ passed: 0, failed: 1, named: [why] })

/**
 * Of a vitest run: `report` is what its json reporter wrote (null where it wrote nothing), `code`
 * its exit code. A file that does not load counts as one failed test, and so does a run that failed
 * without naming any.
 */
export function vitestCounts(report, code) {
  if (!report) return nothingRan('unit tests: no report')
  const failed = report.testResults.flatMap(({ name, status, assertionResults }) => {
    if (status === 'failed' && assertionResults.length === 0) return [name]
    return assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName }) => `${name} › ${fullName}`)
  })
  return completed(report.numPassedTests, failed, [], code)
}

/** Of a Playwright run. A flaky test counts as passed; an error outside tests as failed. */
export function playwrightCounts(report, code) {
  if (!report) return nothingRan('end-to-end tests: no report')
  const specs = report.suites.flatMap(specsOf)
  const of = (status) =>
    specs
      .filter(({ tests }) => tests.some((test) => test.status === status))
      .map(({ file, title }) => `${file} › ${title}`)
  const failed = [...of('unexpected'), ...report.errors.map(({ message }) => String(message))]
  const again = of('flaky').map((name) => `${name} (passed at its second try)`)
  const { expected, flaky } = report.stats
  return completed(expected + flaky, failed, again, code)
}

const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)]

/** Of the fault suite, whose report has a figure for each case. */
export function faultCounts(figures, code) {
  if (!figures) return nothingRan('faults: no report')
  const failed = figures.filter(({ holds }) => !holds).map(({ figure }) => figure)
  return completed(figures.length - failed.length, failed, [], code)
}

function completed(passed, failed, again, code) {
  const silent = failed.length === 0 && (code !== 0 || passed === 0)
  const named = silent ? [`ended with the code ${code}`] : failed
  return { passed, failed: named.length, named: [...named, ...again] }
}
