import { describe, expect, it } from 'vitest'
import { faultCounts, playwrightCounts, vitestCounts } from '../../scripts/test/counts.mjs'

const test = (status: string, fullName: string) => ({ status, fullName })
const loaded = { name: 'a.test.ts', status: 'passed', assertionResults: [test('passed', 'adds')] }
const red = { name: 'b.test.ts', status: 'failed', assertionResults: [test('failed', 'divides')] }
const broken = { name: 'c.test.ts', status: 'failed', assertionResults: [] }

describe('vitestCounts', () => {
  it('counts tests and names those that failed', () => {
    const report = { numPassedTests: 12, testResults: [loaded, red] }
    const named = ['b.test.ts › divides']
    expect(vitestCounts(report, 1)).toEqual({ passed: 12, failed: 1, named })
  })

  it('counts a file that does not load as a failed test', () => {
    const report = { numPassedTests: 12, testResults: [loaded, broken] }
    expect(vitestCounts(report, 1)).toEqual({ passed: 12, failed: 1, named: ['c.test.ts'] })
  })

  it('never passes a run that failed, ran nothing or left no report', () => {
    const clean = { numPassedTests: 12, testResults: [loaded] }
    expect(vitestCounts(clean, 1)).toMatchObject({ passed: 12, failed: 1 })
    expect(vitestCounts({ ...clean, numPassedTests: 0 }, 0)).toMatchObject({ passed: 0, failed: 1 })
    expect(vitestCounts(null, 0)).toMatchObject({ passed: 0, failed: 1 })
    expect(vitestCounts(clean, 0)).toEqual({ passed: 12, failed: 0, named: [] })
  })
})

describe('playwrightCounts', () => {
  const spec = (title: string, status: string) => ({
    file: 'a.spec.ts',
    title,
    tests: [{ status }],
  })

  it('counts tests, a flaky one as passed, and errors outside tests as failed; names all three', () => {
    const inner = { specs: [spec('records', 'unexpected'), spec('plays', 'flaky')] }
    const suites = [{ specs: [spec('opens', 'expected')], suites: [inner] }]
    const report = { suites, stats: { expected: 5, flaky: 1 }, errors: [{ message: 'No disk' }] }
    const named = ['a.spec.ts › records', 'No disk', 'a.spec.ts › plays (passed at its second try)']
    expect(playwrightCounts(report, 1)).toEqual({ passed: 6, failed: 2, named })
  })

  it('never passes a run that crashed', () => {
    const report = { suites: [], stats: { expected: 5, flaky: 0 }, errors: [] }
    expect(playwrightCounts(report, 0)).toEqual({ passed: 5, failed: 0, named: [] })
    expect(playwrightCounts(report, null)).toMatchObject({ passed: 5, failed: 1 })
    expect(playwrightCounts(null, 1)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('faultCounts', () => {
  const held = { figure: 'cut-3s', holds: true }

  it('counts cases, names those that failed, and never passes a suite that broke off', () => {
    const figures = [held, { figure: 'half-open', holds: false }, held]
    expect(faultCounts(figures, 1)).toEqual({ passed: 2, failed: 1, named: ['half-open'] })
    expect(faultCounts([held], 0)).toEqual({ passed: 1, failed: 0, named: [] })
    expect(faultCounts([held], null)).toMatchObject({ passed: 1, failed: 1 })
    expect(faultCounts([], 0)).toMatchObject({ passed: 0, failed: 1 })
    expect(faultCounts(null, 1)).toMatchObject({ passed: 0, failed: 1 })
  })
})
