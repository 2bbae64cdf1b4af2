import { describe, expect, it } from 'vitest'
import { readArguments } from '../../scripts/demo/arguments'
import { figuresOf, makeReport, median } from '../../scripts/demo/report'

const turns = [
  { isFinal: true, text: 'Ask not', startMs: 1000, endMs: 2000, firstSeenMs: 1700, finalMs: 2600 },
  {
    isFinal: true,
    text: 'what your',
    startMs: 3000,
    endMs: 4000,
    firstSeenMs: 3900,
    finalMs: 4800,
  },
  { isFinal: false, text: 'country', startMs: 5000, endMs: 5500, firstSeenMs: 5600, finalMs: null },
]

describe('makeReport', () => {
  it('counts final turns only, and takes the medians of their delays', () => {
    const report = makeReport({ turns, reference: 'ask not what our', load: 0.5 })
    expect(report).toMatchObject({
      turns: 2,
      words: 4,
      wordErrorRate: 0.25,
      realTimeFactor: 0.5,
      firstPartialDelayMs: 800,
      finalDelayMs: 700,
    })
  })

  it('has no word error rate without a reference, and no delay without words', () => {
    const report = makeReport({ turns: [], reference: null, load: null })
    expect(report).toMatchObject({ words: 0, wordErrorRate: null, firstPartialDelayMs: null })
  })
})

describe('figuresOf', () => {
  const report = makeReport({ turns, reference: 'ask not what our', load: 0.5 })

  it('has a target for the word error rate of the demo’s own speech', () => {
    expect(figuresOf(report, { clear: true })[0]).toEqual({
      figure: 'word error rate',
      value: 25,
      unit: '%',
      target: 3,
      holds: false,
    })
  })

  it('has none for other speech', () => {
    expect(figuresOf(report, { clear: false })[0]).toMatchObject({
      value: 25,
      target: null,
      holds: true,
    })
  })

  it('misses a target that was not measured', () => {
    const nothing = makeReport({ turns: [], reference: null, load: null })
    expect(figuresOf(nothing, { clear: true }).map(({ holds }) => holds)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ])
  })
})

describe('median', () => {
  it('is the middle value, or the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([10, 2, 4, 100])).toBe(7)
    expect(median([])).toBeNull()
  })
})

describe('readArguments', () => {
  it('has a default folder, and takes the other arguments as given', () => {
    expect(readArguments([])).toEqual({
      speech: null,
      reference: null,
      out: 'demo-output',
      json: null,
    })
    expect(
      readArguments(['--speech', 'a.wav', '--reference=hello', '--out', 'x', '--json', 'f']),
    ).toEqual({ speech: 'a.wav', reference: 'hello', out: 'x', json: 'f' })
  })

  it('refuses unknown arguments', () => {
    expect(() => readArguments(['--speach', 'a.wav'])).toThrow('--speach')
    expect(() => readArguments(['a.wav'])).toThrow()
  })
})
