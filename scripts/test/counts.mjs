/**
 * The counts of a vitest run: `report` is what its json reporter wrote (null where it wrote
 * nothing), `code` its exit code. A file that does not load counts as one failed test, and so does
 * a run that failed without naming any.
 */
export function vitestCounts(report, code) {
  if (!report) return { passed: 0, failed: 1 }
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  return completed(report.numPassedTests, report.numFailedTests + broken, code)
}

/** The same of a Playwright run. A flaky test counts as passed; an error outside tests as failed. */
export function playwrightCounts(report, code) {
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = report.stats
  return completed(expected + flaky, unexpected + report.errors.length, code)
}

/** The same of the fault suite, whose report has a figure for each case. */
export function faultCounts(figures, code) {
  if (!figures) return { passed: 0, failed: 1 }
  const passed = figures.filter(({ holds }) => holds).length
  return completed(passed, figures.length - passed, code)
}

function completed(passed, failed, code) {
  const silent = failed === 0 && (code !== 0 || passed === 0)
  return { passed, failed: silent ? 1 : failed }
}
