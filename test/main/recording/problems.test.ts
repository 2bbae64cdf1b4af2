import { describe, expect, it } from 'vitest'
import { createProblems } from '../../../main/recording/problems'
import { errorValue } from '../../../common/errors'

describe('problems', () => {
  it('are sorted by what endangers the recording most, and cleared by place and source', () => {
    const problems = createProblems()
    expect(problems.set('connection', 'microphone', errorValue('session-lost'))).toBe(true)
    expect(problems.set('audio', null, errorValue('disk-full'))).toBe(true)
    expect(problems.all().map(({ code }) => code)).toEqual(['disk-full', 'session-lost'])
    expect(problems.set('audio', null, errorValue('disk-full'))).toBe(false)
    expect(problems.set('connection', 'system', errorValue('session-offline'))).toBe(true)
    expect(problems.set('audio', null, null)).toBe(true)
    problems.set('connection', 'microphone', null)
    expect(problems.all().map(({ code }) => code)).toEqual(['session-offline'])
    problems.clear(['connection'])
    expect(problems.all()).toEqual([])
  })
})
