import { describe, expect, it } from 'vitest'
import {
  faultOutcome,
  joined,
  playwrightOutcome,
  slowest,
  vitestOutcome,
} from '../../scripts/test/outcomes'

const test = (status: string, fullName: string, duration = 1) => ({ status, fullName, duration })
const loaded = { name: 'a.test.ts', status: 'passed', assertionResults: [test('passed', 'adds')] }
const red = { name: 'b.test.ts', status: 'failed', assertionResults: [test('failed', 'divides')] }
const broken = { name: 'c.test.ts', status: 'failed', assertionResults: [] }

describe('vitestOutcome', () => {
  it('counts tests and names those that failed', () => {
    const report = { numPassedTests: 12, testResults: [loaded, red] }
    expect(vitestOutcome(report, 1)).toMatchObject({
      passed: 12,
      failed: 1,
      named: ['b.test.ts › divides'],
    })
  })

  it('counts a file that does not load as a failed test', () => {
    const report = { numPassedTests: 12, testResults: [loaded, broken] }
    expect(vitestOutcome(report, 1)).toMatchObject({ passed: 12, failed: 1, named: ['c.test.ts'] })
  })

  it('never passes a run that failed, ran nothing or wrote no report', () => {
    const clean = { numPassedTests: 12, testResults: [loaded] }
    expect(vitestOutcome(clean, 1)).toMatchObject({ passed: 12, failed: 1 })
    expect(vitestOutcome({ ...clean, numPassedTests: 0 }, 0)).toMatchObject({
      passed: 0,
      failed: 1,
    })
    expect(vitestOutcome(null, 0)).toMatchObject({ passed: 0, failed: 1 })
    expect(vitestOutcome(clean, 0)).toMatchObject({ passed: 12, failed: 0, named: [] })
  })
})

describe('playwrightOutcome', () => {
  const spec = (title: string, status: string, duration = 1) => ({
    file: 'a.spec.ts',
    title,
    tests: [{ status, results: [{ duration }] }],
  })

  it('counts tests, and names failed tests and errors outside tests', () => {
    const inner = { specs: [spec('records', 'unexpected'), spec('skips', 'skipped')] }
    const suites = [{ specs: [spec('opens', 'expected')], suites: [inner] }]
    const report = { suites, stats: { expected: 5 }, errors: [{ message: 'No disk' }] }
    expect(playwrightOutcome(report, 1)).toMatchObject({
      passed: 5,
      failed: 2,
      named: ['a.spec.ts › records', 'No disk'],
    })
  })

  it('shows the first lines of the errors below the name of a failed test', () => {
    const message = ['\u001b[31mExpected 1\u001b[39m', '', ...Array(30).fill('at x')].join('\n')
    const tests = [{ status: 'unexpected', results: [{ duration: 1, errors: [{ message }] }] }]
    const suites = [{ specs: [{ file: 'a.spec.ts', title: 'records', tests }] }]
    const { named } = playwrightOutcome({ suites, stats: { expected: 0 }, errors: [] }, 1)
    const lines = named.flatMap((name) => name.split('\n'))
    expect(lines.slice(0, 3)).toEqual(['a.spec.ts › records', '      Expected 1', '      at x'])
    expect(lines).toHaveLength(13)
  })

  it('fails a test that passed only when it was tried again', () => {
    const suites = [{ specs: [spec('plays', 'flaky')] }]
    const report = { suites, stats: { expected: 5 }, errors: [] }
    expect(playwrightOutcome(report, 0)).toMatchObject({ failed: 1, named: ['a.spec.ts › plays'] })
  })

  it('never passes a run that crashed', () => {
    const report = { suites: [], stats: { expected: 5 }, errors: [] }
    expect(playwrightOutcome(report, 0)).toMatchObject({ passed: 5, failed: 0, named: [] })
    expect(playwrightOutcome(report, null)).toMatchObject({ passed: 5, failed: 1 })
    expect(playwrightOutcome(null, 1)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('faultOutcome', () => {
  const held = { figure: 'cut-3s', holds: true }

  it('counts cases, names those that failed, and never passes an interrupted suite', () => {
    const figures = [held, { figure: 'half-open', holds: false }, held]
    expect(faultOutcome(figures, 1)).toMatchObject({ passed: 2, failed: 1, named: ['half-open'] })
    expect(faultOutcome([held], 0)).toMatchObject({ passed: 1, failed: 0, named: [] })
    expect(faultOutcome([held], null)).toMatchObject({ passed: 1, failed: 1 })
    expect(faultOutcome([], 0)).toMatchObject({ passed: 0, failed: 1 })
    expect(faultOutcome(null, 1)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('slowest', () => {
  it('orders the tests of all parts by their durations', () => {
    const tests = [test('passed', 'quick', 5), test('passed', 'slow', 900)]
    const file = { name: 'a.test.ts', status: 'passed', assertionResults: tests }
    const unit = vitestOutcome({ numPassedTests: 2, testResults: [file] }, 0)
    const other = { passed: 1, failed: 0, named: [], durations: [{ name: 'middle', ms: 70 }] }
    expect(slowest(joined([unit, other]), 2)).toEqual([
      { name: 'a.test.ts › slow', ms: 900 },
      { name: 'middle', ms: 70 },
    ])
  })
})
