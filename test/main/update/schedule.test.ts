import { describe, expect, it } from 'vitest'
import {
  nextStep,
  nothingKnown,
  stageOf,
  type Circumstances,
  type Knowledge,
} from '../../../main/update/schedule'
import { errorValue } from '../../../common/errors'

const now = 1_800_000_000_000
const hour = 3_600_000
const usual: Circumstances = { supported: true, enabled: true, recording: false, now }
const failed = errorValue('update-failed')
const step = (known: Partial<Knowledge>, circumstances: Partial<Circumstances> = {}) =>
  nextStep({ ...nothingKnown, ...known }, { ...usual, ...circumstances })

describe('the next step of an update', () => {
  it('is a check at the start, and a day after the last one', () => {
    expect(step({})).toBe('check')
    expect(step({ triedAt: now - 23 * hour })).toBeNull()
    expect(step({ triedAt: now - 24 * hour })).toBe('check')
  })

  it('is another try an hour after a failed check or download', () => {
    for (const found of [null, '2.0.0']) {
      expect(step({ found, error: failed, triedAt: now - hour + 1 })).toBeNull()
      expect(step({ found, error: failed, triedAt: now - hour })).toBe(found ? 'download' : 'check')
    }
  })

  it('is nothing if it is turned off, or if this copy cannot replace itself', () => {
    for (const known of [{}, { found: '2.0.0' }, { found: '2.0.0', downloaded: true }]) {
      expect(step(known, { enabled: false })).toBeNull()
      expect(step(known, { supported: false })).toBeNull()
    }
  })

  it('is never a download while recording; a running one is cancelled', () => {
    const found = '2.0.0'
    expect(step({ found, triedAt: now })).toBe('download')
    expect(step({ found, triedAt: now }, { recording: true })).toBeNull()
    expect(step({ found, working: 'download' }, { recording: true })).toBe('cancel')
    expect(step({ found, working: 'download' }, { enabled: false })).toBe('cancel')
    expect(step({ found, working: 'download' })).toBeNull()
    expect(step({ working: 'check' }, { recording: true })).toBeNull()
  })

  it('is nothing when the new version is downloaded', () => {
    expect(step({ found: '2.0.0', downloaded: true, triedAt: now - 99 * hour })).toBeNull()
  })
})

describe('the shown state', () => {
  const stage = (known: Partial<Knowledge>, circumstances: Partial<Circumstances> = {}) =>
    stageOf({ ...nothingKnown, ...known }, { ...usual, ...circumstances })

  it.each([
    ['unsupported', {}, { supported: false }],
    ['off', {}, { enabled: false }],
    ['idle', {}, {}],
    ['checking', { working: 'check' }, { recording: true }],
    ['waiting', { found: '2.0.0' }, { recording: true }],
    ['downloading', { found: '2.0.0', working: 'download' }, {}],
    ['ready', { found: '2.0.0', downloaded: true }, {}],
    ['ready', { found: '2.0.0', downloaded: true }, { enabled: false }],
  ] as const)('is %s for %j and %j', (expected, known, circumstances) => {
    expect(stage(known, circumstances)).toBe(expected)
  })
})
