import { describe, expect, it } from 'vitest'
import { createRandom } from './random'
import { closingTable, figureOf, line } from './report'

const whole = {
  spoken: 24,
  kept: 24,
  doubled: 0,
  audioLostMs: 80,
  billedSeconds: 1.5,
  failures: [],
  tookMs: 20_140,
}
const bad = { ...whole, name: 'disk-full', kept: 20, doubled: 1, failures: ['words lost: w1'] }

describe('the report of the faults', () => {
  it('has a line for each case, with what failed', () => {
    expect(line({ ...whole, name: 'cut-3s' })).toBe('✓ cut-3s (20.1 s)')
    expect(line(bad)).toBe('✗ disk-full (20.1 s)\n    words lost: w1')
  })

  it('ends with a table', () => {
    expect(closingTable([{ ...whole, name: 'cut-3s' }, bad]).split('\n')).toEqual([
      'case       words spoken  words kept  doubled  audio lost  billed',
      'cut-3s               24          24        0       80 ms   1.5 s',
      'disk-full            24          20        1       80 ms   1.5 s  FAILED',
      'all 2                48          44        1      160 ms   3.0 s  FAILED',
    ])
  })

  it('has a figure for each case, as the bench does', () => {
    expect(figureOf(bad)).toMatchObject({ value: 5, unit: 'words', holds: false, kept: 20 })
    expect(figureOf({ ...whole, name: 'cut-3s' })).toMatchObject({ value: 0, holds: true })
  })
})

describe('random moments', () => {
  it('are the same for a seed, and spread from 0 to 1', () => {
    const row = (seed: number) => Array.from({ length: 200 }, createRandom(seed))
    expect(row(7)).toEqual(row(7))
    expect(row(7)).not.toEqual(row(8))
    const mean = row(7).reduce((sum, value) => sum + value, 0) / 200
    expect(mean).toBeGreaterThan(0.4)
    expect(mean).toBeLessThan(0.6)
    expect(Math.max(...row(7))).toBeLessThan(1)
  })
})
