import { describe, expect, it } from 'vitest'
import { spokenAt } from '../../../../renderer/window/script/spoken'
import { placeAt, startOf } from '../../../../renderer/window/script/use-words'
import { gap, rowsWithWords, turn } from '../samples'

describe('the word that is said', () => {
  const rows = rowsWithWords(
    [
      turn(0, 'one two', { startMs: 1000 }),
      turn(1, 'a long one that goes on and on', { startMs: 5000 }),
      turn(2, 'yes', { startMs: 5600, source: 'system', sessionId: 'other' }),
    ],
    [gap('g', 3000, 4000)],
  )
  const at = (ms: number) => {
    const spoken = spokenAt(rows, ms)
    return spoken && `${spoken.key}/${spoken.word}`
  }

  it('is that of the turn at the time, and none between turns', () => {
    expect([0, 1000, 1300, 1600, 1601, 3500].map(at)).toEqual([
      null,
      'session:0/0',
      'session:0/1',
      'session:0/1',
      null,
      null,
    ])
  })

  it('is that of the later of two who speak at once, then of the one who goes on', () => {
    expect([5300, 5700, 5901].map(at)).toEqual(['session:1/1', 'other:2/0', 'session:1/3'])
  })
})

describe('a place that a meeting is opened at', () => {
  const rows = rowsWithWords([
    turn(0, 'one two', { startMs: 1000 }),
    turn(1, 'three four', { startMs: 5000 }),
  ])

  it('is the word, or the first of its turn where there is no such word', () => {
    expect(placeAt(rows, { turn: 'session:1', word: 1 })).toEqual({ key: 'session:1', word: 1 })
    expect(placeAt(rows, { turn: 'session:1', word: 9 })).toEqual({ key: 'session:1', word: 0 })
    expect(placeAt(rows, { turn: 'session:7', word: 0 })).toBeNull()
  })

  it('is the word at a time, or the next that is said', () => {
    expect(placeAt(rows, { ms: 5350 })).toMatchObject({ key: 'session:1', word: 1 })
    expect(placeAt(rows, { ms: 0 })).toMatchObject({ key: 'session:0', word: 0 })
    expect(startOf(rows, { key: 'session:1', word: 1 })).toBe(5300)
  })
})
