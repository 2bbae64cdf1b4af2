import { describe, expect, it } from 'vitest'
import { playedWordAt } from '../../../../../renderer/window/transcript/playback/playback-position'
import { wordAtTarget, startOf } from '../../../../../renderer/window/transcript/editing/use-words'
import { gap, rowsWithWords, turn } from '../../samples'

describe('the current word', () => {
  const rows = rowsWithWords(
    [
      turn(0, 'one two', { startMs: 1000 }),
      turn(1, 'a long one that goes on and on', { startMs: 5000 }),
      turn(2, 'yes', { startMs: 5600, source: 'system', sessionId: 'other' }),
    ],
    [gap('g', { startMs: 3000, endMs: 4000 })],
  )
  const at = (ms: number) => {
    const played = playedWordAt(rows, ms)
    return played && `${played.key}/${played.word}`
  }

  it('is in the turn at the time, and null between turns', () => {
    expect([0, 1000, 1300, 1600, 1601, 3500].map(at)).toEqual([
      null,
      'session:0/0',
      'session:0/1',
      'session:0/1',
      null,
      null,
    ])
  })

  it('is in the later of two turns at once, then in the one that continues', () => {
    expect([5300, 5700, 5901].map(at)).toEqual(['session:1/1', 'other:2/0', 'session:1/3'])
  })
})

describe('the target of an opened meeting', () => {
  const rows = rowsWithWords([
    turn(0, 'one two', { startMs: 1000 }),
    turn(1, 'three four', { startMs: 5000 }),
  ])

  it('is the word, or the first word of its turn if there is no such word', () => {
    expect(wordAtTarget(rows, { turn: 'session:1', word: 1 })).toEqual({
      key: 'session:1',
      word: 1,
    })
    expect(wordAtTarget(rows, { turn: 'session:1', word: 9 })).toEqual({
      key: 'session:1',
      word: 0,
    })
    expect(wordAtTarget(rows, { turn: 'session:7', word: 0 })).toBeNull()
  })

  it('is the word at a time, or the next one', () => {
    expect(wordAtTarget(rows, { ms: 5350 })).toMatchObject({ key: 'session:1', word: 1 })
    expect(wordAtTarget(rows, { ms: 0 })).toMatchObject({ key: 'session:0', word: 0 })
    expect(startOf(rows, { key: 'session:1', word: 1 })).toBe(5300)
  })
})
