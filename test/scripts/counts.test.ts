import { describe, expect, it } from 'vitest'
import { faultCounts, playwrightCounts, vitestCounts } from '../../scripts/test/counts.mjs'

const loaded = { status: 'passed', assertionResults: [{}] }
const broken = { status: 'failed', assertionResults: [] }

describe('vitestCounts', () => {
  it('counts tests', () => {
    const report = { numPassedTests: 12, numFailedTests: 2, testResults: [loaded] }
    expect(vitestCounts(report, 1)).toEqual({ passed: 12, failed: 2 })
  })

  it('counts a file that does not load as a failed test', () => {
    const report = { numPassedTests: 12, numFailedTests: 0, testResults: [loaded, broken] }
    expect(vitestCounts(report, 1)).toEqual({ passed: 12, failed: 1 })
  })

  it('never passes a run that failed, ran nothing or left no report', () => {
    const clean = { numPassedTests: 12, numFailedTests: 0, testResults: [loaded] }
    expect(vitestCounts(clean, 1)).toEqual({ passed: 12, failed: 1 })
    expect(vitestCounts({ ...clean, numPassedTests: 0 }, 0)).toEqual({ passed: 0, failed: 1 })
    expect(vitestCounts(null, 0)).toEqual({ passed: 0, failed: 1 })
    expect(vitestCounts(clean, 0)).toEqual({ passed: 12, failed: 0 })
  })
})

describe('playwrightCounts', () => {
  it('counts tests, a flaky one as passed, and errors outside tests as failed', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [{}] }
    expect(playwrightCounts(report, 1)).toEqual({ passed: 6, failed: 2 })
  })

  it('never passes a run that crashed', () => {
    const report = { stats: { expected: 5, unexpected: 0, flaky: 0 }, errors: [] }
    expect(playwrightCounts(report, 0)).toEqual({ passed: 5, failed: 0 })
    expect(playwrightCounts(report, null)).toEqual({ passed: 5, failed: 1 })
    expect(playwrightCounts(null, 1)).toEqual({ passed: 0, failed: 1 })
  })
})

describe('faultCounts', () => {
  it('counts cases, and never passes a suite that broke off', () => {
    const figures = [{ holds: true }, { holds: false }, { holds: true }]
    expect(faultCounts(figures, 1)).toEqual({ passed: 2, failed: 1 })
    expect(faultCounts([{ holds: true }], 0)).toEqual({ passed: 1, failed: 0 })
    expect(faultCounts([{ holds: true }], null)).toEqual({ passed: 1, failed: 1 })
    expect(faultCounts([], 0)).toEqual({ passed: 0, failed: 1 })
    expect(faultCounts(null, 1)).toEqual({ passed: 0, failed: 1 })
  })
})
