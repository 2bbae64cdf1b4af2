import { describe, expect, it } from 'vitest'
import { createLiveDelay, createProblems, worstConnection } from '../../../main/recording/status'
import { errorValue } from '../../../preload/errors'
import { turnOf } from '../library/folder'

describe('problems', () => {
  it('show what endangers the recording first, and clear by place and source', () => {
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

describe('worstConnection', () => {
  it.each([
    [[], null],
    [['live'], 'live'],
    [['live', 'catching-up'], 'catching-up'],
    [['connecting', 'catching-up'], 'connecting'],
    [['offline', 'live'], 'offline'],
  ] as const)('of %j is %s', (states, worst) => {
    expect(worstConnection(states)).toBe(worst)
  })
})

describe('the live delay', () => {
  const word = (endMs: number) => ({ ...turnOf().words[0]!, endMs })
  it('is measured at each new last word, and not when the same words come again', () => {
    const delay = createLiveDelay()
    expect(delay.ms).toBeNull()
    delay.arrived(turnOf({ words: [] }), 900)
    expect(delay.ms).toBeNull()
    delay.arrived(turnOf({ words: [word(1_000)] }), 1_450)
    expect(delay.ms).toBe(450)
    delay.arrived(turnOf({ words: [word(1_000)] }), 4_000)
    expect(delay.ms).toBe(450)
    delay.arrived(turnOf({ words: [word(1_000), word(2_000)] }), 2_300)
    expect(delay.ms).toBe(300)
    delay.arrived(turnOf({ words: [word(3_000)] }), 2_900)
    expect(delay.ms).toBe(0)
  })
})
