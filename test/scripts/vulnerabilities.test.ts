import { describe, expect, it } from 'vitest'
import { vulnerabilitiesOf } from '../../scripts/package/vulnerabilities'

const via = [{ title: 'Runs foreign code', url: 'https://github.com/advisories/GHSA-1' }]
const vulnerability = (name: string) => ({ name, severity: 'high', range: '<2.0.0', via })

describe('vulnerabilitiesOf', () => {
  const shipped = new Set(['react', 'electron'])

  it('lists those of shipped packages only', () => {
    const report = {
      vulnerabilities: { react: vulnerability('react'), eslint: vulnerability('eslint') },
    }
    expect(vulnerabilitiesOf(report, shipped)).toEqual([
      'react <2.0.0: high: Runs foreign code https://github.com/advisories/GHSA-1',
    ])
    expect(vulnerabilitiesOf({ vulnerabilities: {} }, shipped)).toEqual([])
  })

  it('names the package that brings a vulnerability in', () => {
    const report = { vulnerabilities: { react: { ...vulnerability('react'), via: ['scheduler'] } } }
    expect(vulnerabilitiesOf(report, shipped)).toEqual(['react <2.0.0: high: scheduler'])
  })

  it('returns null if nobody answered', () => {
    expect(vulnerabilitiesOf(null, shipped)).toBeNull()
    expect(vulnerabilitiesOf({ message: 'request failed', error: {} }, shipped)).toBeNull()
  })
})
