import { describe, expect, it } from 'vitest'
import { weaknessesOf } from '../../scripts/package/weaknesses.mjs'

const via = [{ title: 'Runs foreign code', url: 'https://github.com/advisories/GHSA-1' }]
const weakness = (name: string) => ({ name, severity: 'high', range: '<2.0.0', via })

describe('what npm knows of weaknesses', () => {
  const shipped = new Set(['react', 'electron'])

  it('counts for what ships alone', () => {
    const report = { vulnerabilities: { react: weakness('react'), eslint: weakness('eslint') } }
    expect(weaknessesOf(report, shipped)).toEqual([
      'react <2.0.0: high: Runs foreign code https://github.com/advisories/GHSA-1',
    ])
    expect(weaknessesOf({ vulnerabilities: {} }, shipped)).toEqual([])
  })

  it('names what a package has its weakness from', () => {
    const report = { vulnerabilities: { react: { ...weakness('react'), via: ['scheduler'] } } }
    expect(weaknessesOf(report, shipped)).toEqual(['react <2.0.0: high: scheduler'])
  })

  it('is no report where nobody answered', () => {
    expect(weaknessesOf(null, shipped)).toBeNull()
    expect(weaknessesOf({ message: 'request failed', error: {} }, shipped)).toBeNull()
  })
})
